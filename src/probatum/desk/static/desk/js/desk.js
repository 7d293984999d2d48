// What every page has.

import "./theme.js";
import "./copy.js";
import "./dialog.js";
import "./graphic.js";
import "./keys.js";
import "./failing.js";
