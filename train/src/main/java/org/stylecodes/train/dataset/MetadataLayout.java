package org.stylecodes.train.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stylecodes.error.EnvironmentException;

/**
 * Reads Hugging Face image folders: each line of a {@code metadata.jsonl} has {@code file_name}, relative to the list's folder,
 * {@code text} and optionally {@code style}; the keys {@code file} and {@code caption} mean the same as the first two. Without a style,
 * the folder of the picture is the style.
 */
final class MetadataLayout {
    private static final int LONGEST_LINE = 1 << 20; // in characters

    private final Path root;
    private final Omissions omissions;
    private final List<Example> examples = new ArrayList<>();
    private final Set<String> listed = new HashSet<>();

    private MetadataLayout(Path root, Omissions omissions) {
        this.root = root;
        this.omissions = omissions;
    }

    static List<Example> read(Path root, FolderWalk files, Omissions omissions) {
        MetadataLayout layout = new MetadataLayout(root, omissions);
        for (Map.Entry<String, Path> list : files.named(FileKind.METADATA).entrySet()) {
            try (Reader lines = reader(list.getValue())) {
                layout.read(lines, list.getKey());
            } catch (IOException failed) {
                throw new EnvironmentException("cannot read " + list.getValue() + ": " + failed.getMessage(), failed);
            }
        }
        files.named(FileKind.PICTURE).keySet().stream()
                .filter(name -> !layout.listed.contains(name))
                .forEach(name -> omissions.add(Omission.Reason.UNLISTED, name));
        return layout.examples;
    }

    // A character that cannot be decoded becomes U+FFFD, which Caption reports.
    private static Reader reader(Path list) throws IOException {
        PushbackInputStream in = new PushbackInputStream(Files.newInputStream(list), 3);
        byte[] start = in.readNBytes(3);
        int mark = 0;
        Charset charset = StandardCharsets.UTF_8;
        if (start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            mark = 3;
        } else if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
            mark = 2;
            charset = StandardCharsets.UTF_16LE;
        } else if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
            mark = 2;
            charset = StandardCharsets.UTF_16BE;
        }
        in.unread(start, mark, start.length - mark);
        return new BufferedReader(new InputStreamReader(in, charset));
    }

    private void read(Reader lines, String list) throws IOException {
        StringBuilder line = new StringBuilder();
        int number = 1;
        boolean tooLong = false;
        for (int next = lines.read(); ; next = lines.read()) {
            if (next >= 0 && next != '\n') {
                tooLong |= line.length() == LONGEST_LINE;
                if (!tooLong) {
                    line.append((char) next);
                }
                continue;
            }
            if (tooLong) {
                omissions.add(Omission.Reason.BAD_ENTRY, list + " line " + number);
            } else if (!line.toString().isBlank()) {
                add(line.toString(), list, list + " line " + number);
            }
            if (next < 0) {
                return;
            }
            line.setLength(0);
            tooLong = false;
            number++;
        }
    }

    private void add(String line, String list, String place) {
        Optional<EntryFields> parsed = EntryFields.parse(line);
        String file = parsed.map(EntryFields::file).orElse(null);
        if (file == null) {
            omissions.add(Omission.Reason.BAD_ENTRY, place);
            return;
        }
        String name = name(list, file);
        if (name == null) {
            omissions.add(Omission.Reason.OUTSIDE, place);
            return;
        }
        listed.add(name);
        EntryFields fields = parsed.get();
        String style = fields.style() == null ? FileExample.folder(name) : fields.style();
        if (style.isEmpty()) {
            omissions.add(Omission.Reason.NO_STYLE, name);
        } else if (!Files.isRegularFile(root.resolve(name))) {
            omissions.add(Omission.Reason.MISSING_FILE, name);
        } else {
            Caption caption = fields.caption();
            examples.add(new FileExample(name, style, root.resolve(name), () -> caption));
        }
    }

    /** The name of a listed file within the data set, or null if it would be outside or cannot be the name of a file. */
    private static @Nullable String name(String list, String file) {
        try {
            Path path = Path.of(FileExample.folder(list)).resolve(file).normalize();
            if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
                return null;
            }
            return path.toString().replace(path.getFileSystem().getSeparator(), "/");
        } catch (InvalidPathException impossible) {
            return null;
        }
    }
}
