package org.stylecodes.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.clip.TextEncoder;
import org.stylecodes.format.Safetensors;

/** Checks of CLIP's tokenizer and text encoder. */
final class TextChecks {
    private TextChecks() {}

    static void tokenizer(Archive archive, String file, Comparison comparison) {
        for (JsonNode prompt : archive.json(file)) {
            String text = prompt.get("text").textValue();
            long[] expected = StreamSupport.stream(prompt.get("input_ids").spliterator(), false)
                    .mapToLong(JsonNode::longValue)
                    .toArray();
            comparison.equal(
                    "'" + text + "'", expected, archive.networks().tokenizer().encode(text));
        }
    }

    static void textEncoder(Archive archive, String file, Comparison comparison) {
        Safetensors golden = archive.tensors(file);
        TextEncoder encoder = archive.networks().textEncoder();
        Tensor ids = archive.input(file, "input_ids");
        hiddenStates(golden, encoder.hiddenStates(ids), comparison);
        TextEncoder.Encoded encoded = encoder.forward(ids);
        comparison.close(
                "last_hidden_state", golden.tensor("last_hidden_state"), encoded.lastHiddenState(), Comparison.NETWORK);
        if (golden.names().contains("pooler_output")) {
            comparison.close("pooler_output", golden.tensor("pooler_output"), encoded.pooled(), Comparison.NETWORK);
        }
    }

    /** Compares all hidden states of a transformer, including their number. */
    static void hiddenStates(Safetensors golden, List<Tensor> states, Comparison comparison) {
        long recorded = golden.names().stream()
                .filter(name -> name.startsWith("hidden_states."))
                .count();
        comparison.equal("the number of hidden states", recorded, (long) states.size());
        for (int i = 0; i < Math.min(recorded, states.size()); i++) {
            String name = "hidden_states." + i;
            comparison.close(name, golden.tensor(name), states.get(i), Comparison.NETWORK);
        }
    }
}
