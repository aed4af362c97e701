package org.stylecodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.format.Safetensors;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;
import org.stylecodes.tensor.Weights;

/** The fixtures of the published Python implementations, and the comparison of a network's output with them. */
public final class Golden {
    private static final Map<String, Safetensors> OPEN = new ConcurrentHashMap<>();
    private static final Map<String, Map<String, Tensor>> CONVERTED = new ConcurrentHashMap<>();
    private static final Pattern OLD_ATTENTION = Pattern.compile("to_[qkv]|to_out\\.0");

    private Golden() {}

    /** A file or folder of the fixtures, such as {@code tiny-sd15/unet}. */
    public static Path path(String name) {
        URL url = Objects.requireNonNull(Golden.class.getResource("/golden"), "the fixtures are not on the class path");
        try {
            return Path.of(url.toURI()).resolve(name);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A safetensors file. It stays open for other tests. */
    public static Safetensors open(String name) {
        return OPEN.computeIfAbsent(name, n -> Safetensors.open(path(n)));
    }

    /** The tensors of a safetensors file, as weights for a network. */
    public static Weights weights(String name) {
        return Weights.of(
                name, open(name).tensors(), Placement.CPU, CONVERTED.computeIfAbsent(name, n -> new HashMap<>()));
    }

    /** Writes the VAE of {@code tiny-sd15} under the names that old versions of diffusers gave its attention. */
    public static void writeOldVae(Path file) {
        Map<String, Tensor> renamed = new TreeMap<>();
        open("tiny-sd15/vae/diffusion_pytorch_model.safetensors").tensors().forEach((name, tensor) -> {
            boolean attention = name.contains(".attentions.");
            renamed.put(attention ? OLD_ATTENTION.matcher(name).replaceFirst(Golden::oldName) : name, tensor);
        });
        Safetensors.write(file, renamed, Map.of());
    }

    private static String oldName(MatchResult attention) {
        return switch (attention.group()) {
            case "to_q" -> "query";
            case "to_k" -> "key";
            case "to_v" -> "value";
            default -> "proj_attn";
        };
    }

    /** A JSON file. */
    public static JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(path(name).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requires equal shapes, and max|expected - actual| of at most bound * max|expected|. */
    public static void assertClose(Tensor expected, Tensor actual, double bound) {
        assertEquals(Arrays.toString(Tensors.shape(expected)), Arrays.toString(Tensors.shape(actual)), "shape");
        Scope.run(() -> assertClose(Tensors.floats(expected), Tensors.floats(actual), bound));
    }

    /** As {@link #assertClose(Tensor, Tensor, double)}, for arrays. */
    public static void assertClose(float[] expected, float[] actual, double bound) {
        assertEquals(expected.length, actual.length, "count");
        double largest = 0;
        double error = 0;
        for (int i = 0; i < expected.length; i++) {
            assertTrue(Float.isFinite(actual[i]), "number " + i + " is " + actual[i]);
            largest = Math.max(largest, Math.abs(expected[i]));
            error = Math.max(error, Math.abs((double) expected[i] - actual[i]));
        }
        double limit = bound * largest;
        assertTrue(error <= limit, "largest error " + error + " is above " + bound + " * " + largest);
    }
}
