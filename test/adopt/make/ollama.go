// Lays out an Ollama store by Ollama's own package `manifest`, the one that its server writes stores with.
//
//	go run ollama.go            (OLLAMA_MODELS=/srv/house/ollama/models; version: ../README.md)
package main

import (
	"bytes"
	"encoding/binary"
	"strings"

	"github.com/ollama/ollama/manifest"
	"github.com/ollama/ollama/types/model"
)

// The smallest GGUF with an architecture and no tensor.
func gguf(architecture string) []byte {
	var out bytes.Buffer
	text := func(s string) { binary.Write(&out, binary.LittleEndian, uint64(len(s))); out.WriteString(s) }
	out.WriteString("GGUF")
	binary.Write(&out, binary.LittleEndian, uint32(3))
	binary.Write(&out, binary.LittleEndian, []uint64{0, 1})
	text("general.architecture")
	binary.Write(&out, binary.LittleEndian, uint32(8))
	text(architecture)
	return out.Bytes()
}

func layer(content []byte, kind string) manifest.Layer {
	made, err := manifest.NewLayer(bytes.NewReader(content), "application/vnd.ollama.image."+kind)
	if err != nil {
		panic(err)
	}
	return made
}

func main() {
	config, err := manifest.NewLayer(strings.NewReader(`{"model_format":"gguf"}`), "application/vnd.docker.container.image.v1+json")
	if err != nil {
		panic(err)
	}
	template := layer([]byte("{{ .Prompt }}"), "template")
	licence := layer([]byte("Apache License\nVersion 2.0, January 2004\n"), "license")
	plain := []manifest.Layer{layer(gguf("llama"), "model"), template, licence}
	seeing := []manifest.Layer{layer(gguf("gemma3"), "model"), layer(gguf("clip"), "projector"), layer(gguf("lora"), "adapter"), template}
	for name, layers := range map[string][]manifest.Layer{"llama3:8b": plain, "hf.co/acme/small-GGUF:Q4_K_M": plain, "acme/seeing:latest": seeing} {
		if err := manifest.WriteManifest(model.ParseName(name), config, layers); err != nil {
			panic(err)
		}
	}
}
