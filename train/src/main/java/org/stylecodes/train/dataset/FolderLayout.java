package org.stylecodes.train.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads folders by style: {@code ink/cat.png} is a picture of the style {@code ink} with the caption {@code ink/cat.txt} or .caption. */
final class FolderLayout {
    private FolderLayout() {}

    static List<Example> read(FolderWalk files, Omissions omissions) {
        Map<String, Path> captions = captions(files);
        List<Example> examples = new ArrayList<>();
        files.named(FileKind.PICTURE).forEach((name, file) -> {
            String style = FileExample.folder(name);
            if (style.isEmpty()) {
                omissions.add(Omission.Reason.NO_STYLE, name);
                return;
            }
            Path caption = captions.get(stem(name));
            examples.add(new FileExample(name, style, file, () -> caption(caption)));
        });
        return examples;
    }

    // A .txt file wins over a .caption file. The case of the ending does not matter.
    private static Map<String, Path> captions(FolderWalk files) {
        Map<String, Path> captions = new HashMap<>();
        files.named(FileKind.CAPTION).forEach((name, file) -> {
            if (name.toLowerCase(Locale.ROOT).endsWith(".txt")) {
                captions.put(stem(name), file);
            } else {
                captions.putIfAbsent(stem(name), file);
            }
        });
        return captions;
    }

    private static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static Caption caption(@Nullable Path file) {
        if (file == null) {
            return Caption.MISSING;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Caption.decode(in.readNBytes(Caption.MAX_BYTES + 1));
        } catch (IOException unreadable) {
            return new Caption("", Caption.Encoding.UNKNOWN);
        }
    }
}
