package org.stylecodes.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Placement;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.format.Safetensors;
import org.stylecodes.pipeline.Networks;
import org.stylecodes.tensor.Devices;
import org.stylecodes.tensor.Weights;

/** A folder with the layout of the golden archive. Files opened in it stay open until {@link #close}. */
final class Archive implements AutoCloseable {
    private static final String INDEX = "model_index.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;
    private final List<String> files;
    private final Placement placement;
    private final Map<String, Safetensors> opened = new HashMap<>();
    private final Map<String, Map<String, Tensor>> converted = new HashMap<>();
    private @Nullable Networks networks;

    Archive(Path root, Placement placement) {
        this.root = root;
        this.placement = placement;
        this.files = list(root);
    }

    Path path(String file) {
        return root.resolve(file);
    }

    /** The paths of the files below the root, with slashes, sorted. */
    List<String> files() {
        return files;
    }

    private static List<String> list(Path root) {
        try (Stream<Path> walk = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ModelFormatException(root.toString(), "cannot be listed: " + e.getMessage(), e);
        }
    }

    /** The model folder, which has a {@code model_index.json}. If there are several, one with style codes. */
    String model() {
        return Stream.of("stylecodes.safetensors", "stylecodes.bin", "style/config.json")
                .flatMap(style -> folderWith(style, "").stream())
                .filter(folder -> files.contains(folder + "/" + INDEX))
                .findFirst()
                .or(() -> folderWith(INDEX, ""))
                .orElseThrow(() -> new ModelFormatException(
                        root.toString(),
                        "there is no folder with a " + INDEX
                                + "; expected the model that the cases were recorded with"));
    }

    /** A folder directly below the root whose name has this ending and that contains this file. */
    Optional<String> folderWith(String file, String ending) {
        Pattern place = Pattern.compile("([^/]*" + Pattern.quote(ending) + ")/" + Pattern.quote(file));
        return files.stream()
                .map(place::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst();
    }

    Networks networks() {
        if (networks == null) {
            networks = Networks.open(path(model()), placement);
        }
        return networks;
    }

    Safetensors tensors(String file) {
        return opened.computeIfAbsent(file, name -> Safetensors.open(path(name)));
    }

    /** A tensor of a case, on the device under test. */
    Tensor input(String file, String name) {
        return Devices.put(placement.device(), tensors(file).tensor(name));
    }

    /** The weights of a file with the placement of the networks, each moved and converted once. */
    Weights weights(String file) {
        return weights(file, tensors(file).tensors());
    }

    /** Tensors as weights. {@code name} identifies them and appears in messages. */
    Weights weights(String name, Map<String, Tensor> tensors) {
        return Weights.of(name, tensors, placement, converted.computeIfAbsent(name, n -> new HashMap<>()));
    }

    /** The placement of the networks. */
    Placement placement() {
        return placement;
    }

    JsonNode json(String file) {
        try {
            return JSON.readTree(path(file).toFile());
        } catch (IOException e) {
            throw new ModelFormatException(path(file).toString(), "is not readable JSON: " + e.getMessage(), e);
        }
    }

    /** A setting from the header of a case. */
    String setting(String file, String key) {
        String value = tensors(file).metadata().get(key);
        if (value == null) {
            throw new ModelFormatException(path(file).toString(), key, -1, "the header lacks this setting");
        }
        return value;
    }

    /** A setting whose value is JSON. */
    JsonNode json(String file, String key) {
        try {
            return JSON.readTree(setting(file, key));
        } catch (IOException e) {
            throw new ModelFormatException(path(file).toString(), key, -1, "is not JSON: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        converted.values().forEach(of -> of.values().forEach(Tensor::close));
        opened.values().forEach(Safetensors::close);
        if (networks != null) {
            networks.close();
        }
    }
}
