package org.stylecodes.train.drawing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stylecodes.file.AtomicFile;

/** The notice of licences and authors that goes with a pack, and with weights trained on it. */
final class Notice {
    private static final Map<String, String> TITLES = Map.of(
            "Apache-2.0", "Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0",
            "CC-BY-3.0", "Creative Commons Attribution 3.0, https://creativecommons.org/licenses/by/3.0/",
            "CC-BY-4.0", "Creative Commons Attribution 4.0, https://creativecommons.org/licenses/by/4.0/",
            "MIT", "MIT License, https://opensource.org/license/mit",
            "OFL-1.1", "SIL Open Font License 1.1, https://openfontlicense.org",
            "LicenseRef-free-for-any-use", "free for any use, as its author states");

    private static final String INTRODUCTION = """
            The drawings come from the sets below. They were rasterised, trimmed, centred and scaled; where the licence asks
            for it, this is the statement that they were changed. Keep this notice with a pack of the drawings, with pictures
            composed of them, and with weights trained on such pictures.

            Names and synonyms of the things follow Unicode CLDR (Unicode License v3), emojibase-data (MIT, Miles Johnson)
            and emojilib (MIT, Mu-An Chiou).
            """;

    private Notice() {}

    /** Writes the notice beside a pack: {@code drawings.pack} gets {@code drawings.pack.NOTICE.txt}. */
    static void write(Path pack, List<Source> sources) {
        StringBuilder text = new StringBuilder(INTRODUCTION);
        for (Source source : sources) {
            add(source.hand(), source.origin(), text);
            source.npmPackage().ifPresent(name -> text.append("  Taken from the npm package ")
                    .append(name)
                    .append("\n"));
            text.append("  SHA-256: ").append(source.sha256()).append("\n");
        }
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(pack.resolveSibling(pack.getFileName() + ".NOTICE.txt"), channel -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    /** The notice of some hands of a pack. It names no versions, because a pack may come from another version of the program. */
    static String of(List<Hand> hands) {
        Map<String, String> origins = new HashMap<>();
        Source.all().forEach(source -> origins.put(source.hand().id(), source.origin()));
        StringBuilder text = new StringBuilder(INTRODUCTION);
        hands.forEach(hand -> add(hand, origins.get(hand.id()), text));
        return text.toString();
    }

    private static void add(Hand hand, @Nullable String origin, StringBuilder text) {
        text.append("\n")
                .append(hand.id())
                .append(hand.heldOut() ? " (for judging only, not for training)" : "")
                .append("\n  Author: ")
                .append(hand.author())
                .append("\n  Licence: ")
                .append(TITLES.getOrDefault(hand.licence(), hand.licence()))
                .append("\n");
        if (origin != null) {
            text.append("  Origin: ").append(origin).append("\n");
        }
    }
}
