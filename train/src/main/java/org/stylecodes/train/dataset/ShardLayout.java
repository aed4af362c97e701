package org.stylecodes.train.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stylecodes.image.PictureFormatException;
import org.stylecodes.image.ReadOptions;
import org.stylecodes.train.tar.TarReader;

/**
 * Reads WebDataset shards: tar files whose members {@code KEY.jpg} (or another kind of picture), {@code KEY.txt} and {@code KEY.json}
 * belong together. The JSON may have {@code text} or {@code caption}, and {@code style}. Without a style, the folder of the key is
 * the style, or else the folder of the shard.
 */
final class ShardLayout {
    private static final int LONGEST_NAME = 4096;
    private static final int LONGEST_JSON = 1 << 20; // in bytes

    private final Path shard;
    private final String shardName;
    private final Omissions omissions;
    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** The members of one key. */
    private static final class Group {
        private TarReader.@Nullable Member picture;
        private TarReader.@Nullable Member text;
        private TarReader.@Nullable Member json;
    }

    private ShardLayout(Path shard, String shardName, Omissions omissions) {
        this.shard = shard;
        this.shardName = shardName;
        this.omissions = omissions;
    }

    static List<Example> read(FolderWalk files, Omissions omissions) {
        List<Example> examples = new ArrayList<>();
        files.named(FileKind.SHARD)
                .forEach((name, shard) -> examples.addAll(new ShardLayout(shard, name, omissions).examples()));
        files.named(FileKind.PICTURE).keySet().forEach(name -> omissions.add(Omission.Reason.UNLISTED, name));
        return examples;
    }

    private List<Example> examples() {
        try {
            TarReader.list(shard, this::add);
        } catch (IOException damaged) {
            omissions.add(Omission.Reason.DAMAGED_SHARD, shardName + ": " + damaged.getMessage());
        }
        List<Example> examples = new ArrayList<>();
        groups.forEach((key, group) -> {
            if (group.picture != null) {
                example(key, group.picture, group).ifPresent(examples::add);
            }
        });
        return examples;
    }

    private void add(TarReader.Member member) {
        String name = member.name().startsWith("./") ? member.name().substring(2) : member.name();
        if (name.length() > LONGEST_NAME || name.startsWith("/") || ("/" + name + "/").contains("/../")) {
            omissions.add(
                    Omission.Reason.OUTSIDE,
                    shardName + "/" + name.substring(0, Math.min(name.length(), LONGEST_NAME)));
            return;
        }
        for (String part : name.split("/")) {
            if (FileKind.isHidden(part)) {
                omissions.add(Omission.Reason.HIDDEN, shardName + "/" + name);
                return;
            }
        }
        // The key ends at the first dot of the last part of the name, as in the library webdataset.
        int dot = name.indexOf('.', name.lastIndexOf('/') + 1);
        if (dot < 0) {
            return;
        }
        Group group = groups.computeIfAbsent(name.substring(0, dot), key -> new Group());
        String ending = name.substring(dot).toLowerCase(Locale.ROOT);
        if (ending.equals(".json")) {
            group.json = member;
        } else if (FileKind.of(ending).equals(Optional.of(FileKind.CAPTION)) && ending.lastIndexOf('.') == 0) {
            group.text = member;
        } else if (FileKind.of(ending).equals(Optional.of(FileKind.PICTURE))) {
            if (group.picture == null && ending.lastIndexOf('.') == 0) {
                group.picture = member;
            } else {
                omissions.add(Omission.Reason.UNLISTED, shardName + "/" + name);
            }
        }
    }

    private Optional<Example> example(String key, TarReader.Member picture, Group group) {
        EntryFields fields = group.json == null ? EntryFields.NONE : fields(group.json);
        String name = shardName + "/" + picture.name();
        String folder = FileExample.folder(key).isEmpty() ? FileExample.folder(shardName) : FileExample.folder(key);
        String style = fields.style() == null ? folder : fields.style();
        if (style.isEmpty()) {
            omissions.add(Omission.Reason.NO_STYLE, name);
            return Optional.empty();
        }
        return Optional.of(new Member(name, style, shard, picture, group.text, fields.caption()));
    }

    private EntryFields fields(TarReader.Member json) {
        try {
            if (json.length() <= LONGEST_JSON) {
                byte[] bytes = TarReader.read(shard, json.offset(), (int) json.length());
                Optional<EntryFields> fields = EntryFields.parse(new String(bytes, StandardCharsets.UTF_8));
                if (fields.isPresent()) {
                    return fields.get();
                }
            }
        } catch (IOException unreadable) {
            // falls through, and is counted as a bad entry
        }
        omissions.add(Omission.Reason.BAD_ENTRY, shardName + "/" + json.name());
        return EntryFields.NONE;
    }

    /** A picture in a shard. Its caption is that of the text file, or, if there is none, that of the JSON file. */
    private record Member(
            String name,
            String style,
            Path shard,
            TarReader.Member content,
            TarReader.@Nullable Member text,
            Caption described)
            implements Example {
        @Override
        public long length() {
            return content.length();
        }

        @Override
        public byte[] bytes() {
            int most = ReadOptions.DEFAULT.maxBytes();
            if (content.length() > most) {
                throw new PictureFormatException(name, "is longer than the limit of " + most + " bytes");
            }
            try {
                return TarReader.read(shard, content.offset(), (int) content.length());
            } catch (IOException failed) {
                throw new PictureFormatException(name, "cannot be read", failed);
            }
        }

        @Override
        public Caption caption() {
            if (text == null) {
                return described;
            }
            if (text.length() > Caption.MAX_BYTES) {
                return new Caption("", Caption.Encoding.UNKNOWN);
            }
            try {
                Caption caption = Caption.decode(TarReader.read(shard, text.offset(), (int) text.length()));
                return caption.encoding() == Caption.Encoding.NONE ? described : caption;
            } catch (IOException unreadable) {
                return new Caption("", Caption.Encoding.UNKNOWN);
            }
        }
    }
}
