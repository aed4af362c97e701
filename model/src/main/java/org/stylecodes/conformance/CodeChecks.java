package org.stylecodes.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.code.CodeText;
import org.stylecodes.code.InvalidCodeException;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.code.WeightedCode;
import org.stylecodes.format.Safetensors;
import org.stylecodes.style.Quantizer;
import org.stylecodes.style.StyleAutoencoder;
import org.stylecodes.tensor.Layers;
import org.stylecodes.tensor.Tensors;

/** Checks of style codes: their text forms and arithmetic, and the style autoencoder. */
final class CodeChecks {
    private static final double DISTANCE = 1e-12;

    private CodeChecks() {}

    static void autoencoder(Archive archive, String file, Comparison comparison) {
        Safetensors golden = archive.tensors(file);
        StyleAutoencoder autoencoder = archive.networks().autoencoder();
        Tensor latent = archive.input(file, "latent");
        comparison.close("latent", latent, autoencoder.encode(archive.input(file, "features")), Comparison.NETWORK);

        List<StyleCode> codes = new ArrayList<>();
        archive.json(file, "legacy_codes").forEach(code -> codes.add(StyleCode.parseLegacy(code.textValue())));
        List<StyleCode> found = Quantizer.LEGACY.codes(Layers.cat(0, latent, archive.input(file, "wide_latent")));
        comparison.equal("codes", codes.subList(0, Math.min(codes.size(), found.size())), found);
        Tensor values = archive.input(file, "dequantized");
        comparison.equal("dequantized", Tensors.floats(values), Tensors.floats(Quantizer.valuesOf(codes)));

        for (String name : golden.names()) {
            if (name.startsWith("decoded_")) {
                Tensor map = golden.tensor(name);
                Tensor source = name.startsWith("decoded_continuous_") ? latent : values;
                comparison.close(
                        name,
                        map,
                        autoencoder.decode(source.narrow(0, 0, map.size(0)), (int) map.size(2), (int) map.size(3)),
                        Comparison.NETWORK);
            }
        }
    }

    static void codes(Archive archive, String file, Comparison comparison) {
        JsonNode golden = archive.json(file);
        for (JsonNode vector : golden.path("checked")) {
            SharedCode shared = new SharedCode(text(vector, "model"), StyleCode.parse(text(vector, "code")));
            comparison.equal("shared form", text(vector, "checked"), shared.toString());
            comparison.equal("shared form", shared, SharedCode.parse(text(vector, "checked")));
        }
        for (JsonNode vector : golden.path("legacy")) {
            StyleCode code = StyleCode.parse(text(vector, "code"));
            comparison.equal("legacy form", text(vector, "legacy"), code.toLegacy());
            comparison.equal("legacy form", code, StyleCode.parseLegacy(text(vector, "legacy")));
        }
        for (JsonNode vector : golden.path("one_symbol_wrong")) {
            String typed = text(vector, "typed");
            String meant = refused(typed, e -> e.meant().orElse("unknown"));
            comparison.equal("what " + typed + " meant", text(vector, "meant"), meant);
        }
        for (JsonNode vector : golden.path("two_symbols_wrong")) {
            comparison.equal("refusal", "refused", refused(text(vector, "typed"), e -> "refused"));
        }
        for (JsonNode text : golden.path("not_a_code")) {
            comparison.equal("refusal", "refused", refused(text.textValue(), e -> "refused"));
        }
        arithmetic(golden, comparison);
    }

    private static void arithmetic(JsonNode golden, Comparison comparison) {
        for (JsonNode vector : golden.path("distance")) {
            double found = StyleCode.parse(text(vector, "a")).distance(StyleCode.parse(text(vector, "b")));
            comparison.close("distance", vector.get("distance").doubleValue(), found, DISTANCE);
        }
        for (JsonNode vector : golden.path("mix")) {
            List<WeightedCode> parts = new ArrayList<>();
            for (int i = 0; i < vector.get("codes").size(); i++) {
                parts.add(new WeightedCode(
                        StyleCode.parse(vector.get("codes").get(i).textValue()),
                        vector.get("weights").get(i).doubleValue()));
            }
            comparison.equal("mix", StyleCode.parse(text(vector, "mix")), StyleCode.mix(parts));
        }
    }

    private static String refused(String text, Function<InvalidCodeException, String> reason) {
        try {
            return CodeText.parse(text) + " was accepted";
        } catch (InvalidCodeException e) {
            return reason.apply(e);
        }
    }

    private static String text(JsonNode vector, String field) {
        return vector.get(field).textValue();
    }
}
