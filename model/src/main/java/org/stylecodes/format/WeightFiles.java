package org.stylecodes.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stylecodes.error.ModelFormatException;

/**
 * The files with the weights of a part: one file, or several shards that an index lists.
 *
 * @param named the file or the index, for messages
 * @param shards the files with tensors
 */
record WeightFiles(Path named, List<Path> shards) {
    private static final List<String> SAFETENSORS = List.of("diffusion_pytorch_model", "model");
    private static final List<String> TORCH = List.of("diffusion_pytorch_model", "pytorch_model");
    private static final String INDEX = ".index";

    WeightFiles {
        shards = List.copyOf(shards);
    }

    /** Finds the weights in a folder. Safetensors files come before PyTorch files, and full precision before half. */
    static WeightFiles find(Path folder) {
        List<String> candidates = Stream.concat(
                        SAFETENSORS.stream().flatMap(stem -> names(stem, ".safetensors")),
                        TORCH.stream().flatMap(stem -> names(stem, ".bin")))
                .toList();
        return candidates.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(WeightFiles::of)
                .orElseThrow(() -> new ModelFormatException(
                        folder.toString(), "there are no weights; expected one of " + String.join(", ", candidates)));
    }

    private static Stream<String> names(String stem, String ending) {
        return Stream.of(
                stem + ending,
                stem + ending + INDEX + ".json",
                stem + ".fp16" + ending,
                stem + ending + INDEX + ".fp16.json");
    }

    private static WeightFiles of(Path file) {
        return file.getFileName().toString().contains(INDEX)
                ? new WeightFiles(file, shards(file))
                : new WeightFiles(file, List.of(file));
    }

    private static List<Path> shards(Path index) {
        JsonNode map = JsonFile.read(index).path("weight_map");
        SortedSet<String> names = new TreeSet<>();
        map.forEach(name -> names.add(name.asText()));
        if (names.isEmpty()) {
            throw new ModelFormatException(index.toString(), "weight_map", -1, "lists no files");
        }
        return names.stream().map(name -> beside(index, name)).toList();
    }

    private static Path beside(Path index, String name) {
        // A name with folders in it could point to any file on the disk.
        if (!name.matches("[\\w-]+(\\.[\\w-]+)+")) {
            throw new ModelFormatException(
                    index.toString(),
                    "weight_map",
                    -1,
                    "lists \"" + name + "\", expected the name of a file in the same folder");
        }
        return index.resolveSibling(name);
    }
}
