"""The pages, one module or folder each: values from acts go in, a page comes out."""
