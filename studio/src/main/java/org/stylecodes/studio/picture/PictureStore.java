package org.stylecodes.studio.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.file.AtomicFile;
import org.stylecodes.image.Picture;
import org.stylecodes.image.PictureFormatException;
import org.stylecodes.image.Pictures;
import org.stylecodes.image.Resize;
import org.stylecodes.studio.error.NotFoundException;
import org.stylecodes.studio.limits.MemoryBudget;
import org.stylecodes.studio.store.PictureInfo;
import org.stylecodes.studio.store.PictureRecords;

/**
 * The pictures of a studio: PNG files that are named after their content, and so never change. Only what this program
 * encoded itself is written, and only files of pictures that the store knows are read. Several servers may share a folder.
 * Thread-safe.
 */
public final class PictureStore {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final int THUMBNAIL = 192;
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;
    private final Path thumbnails;
    private final PictureRecords records;
    private final MemoryBudget memory;
    private final Map<String, PictureInfo> recent = Collections.synchronizedMap(new Recent()); // they never change

    /**
     * @param folder is made where there is none
     * @param memory for pictures that callers want
     */
    public PictureStore(Path folder, PictureRecords records, MemoryBudget memory) {
        this.folder = folder.resolve("pictures");
        this.thumbnails = folder.resolve("thumbnails");
        this.records = records;
        this.memory = memory;
        removeAbandoned();
    }

    /**
     * Keeps a picture. Returns when it is safely on the disk.
     *
     * @param texts keyword to text, for the PNG to carry
     */
    public PictureInfo add(Picture picture, Map<String, String> texts) {
        byte[] png = Pictures.png(picture, texts);
        String id = hash(png);
        Path file = file(folder, id);
        writeMissing(file, png);
        PictureInfo info = new PictureInfo(id, picture.width(), picture.height(), ColourPalette.of(picture));
        records.add(info);
        writeMissing(file, png); // if it was there and unused, and was removed until the record was renewed
        return info;
    }

    /** What is known of a picture; empty for a text that is not an id, too. */
    public Optional<PictureInfo> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        PictureInfo known = recent.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<PictureInfo> found = records.find(id);
        found.ifPresent(info -> recent.put(id, info));
        return found;
    }

    /**
     * The PNG file of a picture.
     *
     * @throws NotFoundException if it was removed meanwhile
     */
    public byte[] png(PictureInfo picture) {
        return read(picture, folder);
    }

    /**
     * Does something with the picture itself, on behalf of a caller.
     *
     * @throws org.stylecodes.studio.error.OverloadedException if callers want too many at once
     */
    public <T> T use(PictureInfo picture, Function<Picture, T> use) {
        try (MemoryBudget.Reservation room = memory.pixels((long) picture.width() * picture.height())) {
            return use.apply(picture(picture));
        }
    }

    /**
     * The picture itself.
     *
     * @throws EnvironmentException if its file is damaged, or there is not enough memory to decode it
     */
    public Picture picture(PictureInfo picture) {
        return decoded(png(picture), picture);
    }

    /**
     * The picture of {@link #thumbnail}.
     *
     * @throws EnvironmentException as {@link #picture} does
     */
    public Picture thumbnailPicture(PictureInfo picture) {
        return decoded(thumbnail(picture), picture);
    }

    private static Picture decoded(byte[] png, PictureInfo picture) {
        try {
            return Pictures.read(png);
        } catch (PictureFormatException e) { // of a file that this program wrote, so the caller is not at fault
            throw new EnvironmentException("cannot decode the file of the picture " + picture.id(), e);
        }
    }

    /** The PNG file of a picture, whose longer side has at most 192 pixels. */
    public byte[] thumbnail(PictureInfo picture) {
        Path file = file(thumbnails, picture.id());
        if (!Files.exists(file)) {
            write(file, use(picture, whole -> Pictures.png(small(whole))));
        }
        return read(picture, thumbnails);
    }

    /**
     * Removes the pictures that nothing names and that were last used before a time.
     *
     * @return how many there were
     */
    public int removeUnused(Instant before) {
        return records.removeUnused(before, id -> {
            recent.remove(id);
            try {
                Files.deleteIfExists(file(folder, id));
                Files.deleteIfExists(file(thumbnails, id));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Picture small(Picture picture) {
        double scale = Math.min(1, (double) THUMBNAIL / Math.max(picture.width(), picture.height()));
        return Resize.bicubic(picture, Math.max(1, (int) Math.round(picture.width() * scale)), Math.max(1, (int)
                Math.round(picture.height() * scale)));
    }

    private static Path file(Path folder, String id) {
        return folder.resolve(id.substring(0, 2)).resolve(id + ".png");
    }

    private static void writeMissing(Path file, byte[] bytes) {
        if (!Files.exists(file)) {
            write(file, bytes);
        }
    }

    private static void write(Path file, byte[] bytes) {
        AtomicFile.write(file, channel -> {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        });
    }

    private byte[] read(PictureInfo picture, Path place) {
        try {
            return Files.readAllBytes(file(place, picture.id()));
        } catch (NoSuchFileException e) { // by another server, perhaps
            recent.remove(picture.id());
            throw new NotFoundException(
                    "the picture is not kept any more, since nothing had named it for a long time; send it again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // What a process that was killed left half-written. Other servers may be writing, so only what is old.
    private void removeAbandoned() {
        Instant limit = Instant.now().minus(ABANDONED);
        for (Path place : new Path[] {folder, thumbnails}) {
            try {
                Files.createDirectories(place);
                try (Stream<Path> files = Files.walk(place, 2)) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".part"))
                            .toList()) {
                        if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                            Files.deleteIfExists(file);
                        }
                    }
                }
            } catch (IOException | UncheckedIOException e) {
                throw new EnvironmentException("cannot use the folder " + place + ": " + e.getMessage(), e);
            }
        }
    }

    /** Forgets what was not asked for in a long time. */
    private static final class Recent extends LinkedHashMap<String, PictureInfo> {
        private static final long serialVersionUID = 1L;
        private static final int MOST = 10_000;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PictureInfo> eldest) {
            return size() > MOST;
        }
    }

    private static String hash(byte[] png) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
