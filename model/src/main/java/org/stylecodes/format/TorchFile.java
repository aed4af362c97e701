package org.stylecodes.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.bytedeco.pytorch.Tensor;
import org.stylecodes.error.ModelFormatException;
import org.stylecodes.tensor.Scope;
import org.stylecodes.tensor.Tensors;

/**
 * The tensors of a file that {@code torch.save} wrote ({@code .bin}, {@code .pt}, {@code .ckpt}): a zip archive with a pickle and one
 * entry for each storage. Nested dictionaries give names with dots. An outer {@code state_dict} is not part of the names. Numbers, strings
 * and lists beside the tensors are skipped.
 *
 * <p>No code of the pickle runs: it may only describe tensors. Thread-safe.
 */
public final class TorchFile implements TensorFile {
    private final String file;
    private final SortedMap<String, Tensor> tensors;

    private TorchFile(String file, SortedMap<String, Tensor> tensors) {
        this.file = file;
        this.tensors = tensors;
    }

    /**
     * Reads all tensors of a file into memory.
     *
     * @throws ModelFormatException if the file is missing, unreadable, truncated or damaged, or has objects other than tensors
     */
    public static TorchFile open(Path path) {
        String file = path.toString();
        if (FileSignature.of(path) == FileSignature.PICKLE) {
            throw new ModelFormatException(
                    file,
                    "is a bare pickle, which PyTorch wrote before version 1.6; save it again with a newer PyTorch, or use a"
                            + " safetensors version of it");
        }
        try (ZipFile zip = new ZipFile(path.toFile())) {
            TorchArchive archive = TorchArchive.of(path, zip);
            SortedMap<String, StoredTensor> stored = flatten(file, archive.contents());
            return new TorchFile(file, Scope.get(() -> read(file, archive, stored)));
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelFormatException(file, "is not a readable PyTorch file: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized SortedMap<String, long[]> shapes() {
        SortedMap<String, long[]> shapes = new TreeMap<>();
        tensors.forEach((name, tensor) -> shapes.put(name, Tensors.shape(tensor)));
        return shapes;
    }

    @Override
    public synchronized SortedMap<String, Tensor> tensors() {
        return new TreeMap<>(tensors);
    }

    @Override
    public synchronized Tensor read(String name) {
        Tensor held = tensors.get(name);
        if (held == null) {
            throw new ModelFormatException(file, name, -1, "the tensor is missing");
        }
        return new Tensor(held);
    }

    @Override
    public synchronized void close() {
        tensors.values().forEach(Tensor::close);
        tensors.clear();
    }

    private static SortedMap<String, Tensor> read(
            String file, TorchArchive archive, SortedMap<String, StoredTensor> stored) {
        Map<StoredTensor.Storage, Tensor> storages = new HashMap<>();
        SortedMap<String, Tensor> tensors = new TreeMap<>();
        for (Map.Entry<String, StoredTensor> entry : stored.entrySet()) {
            StoredTensor view = entry.getValue();
            try {
                Tensor storage = storages.get(view.storage());
                if (storage == null) {
                    storage = archive.storage(view.storage());
                    storages.put(view.storage(), storage);
                }
                tensors.put(entry.getKey(), view.view(storage));
            } catch (IOException e) {
                throw new ModelFormatException(file, entry.getKey(), -1, "cannot be read: " + e.getMessage(), e);
            }
        }
        tensors.replaceAll((name, view) -> Scope.own(() -> new Tensor(view)));
        return tensors;
    }

    private static SortedMap<String, StoredTensor> flatten(String file, Object contents) {
        SortedMap<String, StoredTensor> flat = new TreeMap<>();
        Object root = contents instanceof Map<?, ?> map && map.get("state_dict") instanceof Map<?, ?> state
                ? state
                : contents;
        Deque<Map.Entry<String, Object>> open = new ArrayDeque<>();
        open.add(Map.entry("", root));
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        while (!open.isEmpty()) {
            Map.Entry<String, Object> next = open.remove();
            if (next.getValue() instanceof StoredTensor tensor && flat.put(next.getKey(), tensor) != null) {
                throw new ModelFormatException(file, next.getKey(), -1, "two tensors have this name");
            }
            if (next.getValue() instanceof Map<?, ?> map) {
                if (!seen.add(map)) {
                    throw new ModelFormatException(file, next.getKey(), -1, "the same dictionary is contained twice");
                }
                String prefix = next.getKey().isEmpty() ? "" : next.getKey() + ".";
                map.forEach((key, value) -> {
                    if (value instanceof Map<?, ?> || value instanceof StoredTensor) {
                        open.add(Map.entry(prefix + key, value));
                    }
                });
            }
        }
        if (flat.isEmpty()) {
            throw new ModelFormatException(file, "has no tensors");
        }
        return flat;
    }
}
