// Judge reads a log that Probatum wrote, with Go's own transparency log packages.
//
//	judge FOLDER VKEY
//
// It opens FOLDER/checkpoint, authenticates every record hash through the tiles against the signed
// root, hashes every entry of the bundles, and checks the proofs lying in FOLDER/inclusion/*
// (C2SP tlog-proof) and FOLDER/consistency (an older checkpoint, an empty line, one hash a line).
// The tile paths of x/mod name the tile height ("tile/8/0/000"); those of C2SP do not.
package main

import (
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

type folder string

func (f folder) Height() int                                { return height }
func (f folder) SaveTiles(tiles []tlog.Tile, data [][]byte) {}

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, t := range tiles {
		data, err := os.ReadFile(f.path(t))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (f folder) path(t tlog.Tile) string {
	path := strings.Replace(t.Path(), "tile/8/", "tile/", 1)
	return filepath.Join(string(f), strings.Replace(path, "tile/data/", "tile/entries/", 1))
}

// open verifies a checkpoint's signature and returns its tree.
func open(data []byte, verifiers note.Verifiers, origin string) tlog.Tree {
	n, err := note.Open(data, verifiers)
	check(err)
	lines := strings.Split(n.Text, "\n")
	if len(lines) != 4 || lines[0] != origin || lines[3] != "" {
		log.Fatalf("checkpoint text: %q", n.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	return tlog.Tree{N: size, Hash: root}
}

func main() {
	log.SetFlags(0)
	f := folder(os.Args[1])
	verifier, err := note.NewVerifier(os.Args[2])
	check(err)
	verifiers := note.VerifierList(verifier)
	data, err := os.ReadFile(filepath.Join(string(f), "checkpoint"))
	check(err)
	tree := open(data, verifiers, verifier.Name())
	reader := tlog.TileHashReader(tree, f)

	root, err := tlog.TreeHash(tree.N, reader)
	check(err)
	if root != tree.Hash {
		log.Fatalf("root of the tiles: %v", root)
	}
	entries := records(f, tree.N)
	hashes := make([]tlog.Hash, tree.N)
	for start := int64(0); start < tree.N; start += 1024 {
		var indexes []int64
		for n := start; n < tree.N && n < start+1024; n++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, n))
		}
		some, err := reader.ReadHashes(indexes)
		check(err)
		copy(hashes[start:], some)
	}
	for n, entry := range entries {
		if tlog.RecordHash(entry) != hashes[n] {
			log.Fatalf("entry %d does not have its hash", n)
		}
	}

	inclusions, err := filepath.Glob(filepath.Join(string(f), "inclusion", "*"))
	check(err)
	for _, name := range inclusions {
		checkInclusion(name, hashes, reader, verifiers, verifier.Name())
	}
	older := checkConsistency(filepath.Join(string(f), "consistency"), tree, reader, verifiers, verifier.Name())
	fmt.Printf("entries %d inclusion %d consistency %d\n", len(entries), len(inclusions), older)
}

func records(f folder, size int64) [][]byte {
	var entries [][]byte
	for n := int64(0); n*256 < size; n++ {
		width := size - n*256
		if width > 256 {
			width = 256
		}
		data, err := os.ReadFile(f.path(tlog.Tile{H: height, L: -1, N: n, W: int(width)}))
		check(err)
		for ; width > 0; width-- {
			length := int(binary.BigEndian.Uint16(data))
			entries = append(entries, data[2:2+length])
			data = data[2+length:]
		}
		if len(data) != 0 {
			log.Fatalf("bundle %d holds more", n)
		}
	}
	return entries
}

func parseHashes(lines []string) (hashes []tlog.Hash) {
	for _, line := range lines {
		hash, err := tlog.ParseHash(line)
		check(err)
		hashes = append(hashes, hash)
	}
	return hashes
}

func checkInclusion(name string, hashes []tlog.Hash, reader tlog.HashReader, verifiers note.Verifiers, origin string) {
	data, err := os.ReadFile(name)
	check(err)
	head, checkpoint, _ := strings.Cut(string(data), "\n\n")
	lines := strings.Split(head, "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") {
		log.Fatalf("%s: %q", name, lines[:2])
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	check(err)
	tree := open([]byte(checkpoint), verifiers, origin)
	proof := tlog.RecordProof(parseHashes(lines[2:]))
	check(tlog.CheckRecord(proof, tree.N, tree.Hash, index, hashes[index]))
	own, err := tlog.ProveRecord(tree.N, index, reader)
	check(err)
	if fmt.Sprint(own) != fmt.Sprint(proof) {
		log.Fatalf("%s: another proof than Go's", name)
	}
}

func checkConsistency(name string, tree tlog.Tree, reader tlog.HashReader, verifiers note.Verifiers, origin string) int64 {
	data, err := os.ReadFile(name)
	check(err)
	cut := strings.LastIndex(string(data), "\n\n")
	older := open(data[:cut+1], verifiers, origin)
	proof := tlog.TreeProof(parseHashes(strings.Fields(string(data[cut:]))))
	check(tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash))
	own, err := tlog.ProveTree(tree.N, older.N, reader)
	check(err)
	if fmt.Sprint(own) != fmt.Sprint(proof) {
		log.Fatalf("%s: another proof than Go's", name)
	}
	return older.N
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
