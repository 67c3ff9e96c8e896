"""A llama model under another name. Harmless; here so that auto_map has something to point at."""

from transformers import LlamaForCausalLM


class PloverForCausalLM(LlamaForCausalLM):
    pass
