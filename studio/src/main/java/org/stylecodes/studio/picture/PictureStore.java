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
 * The pictures of a studio: PNG files named after the hash of their content, which therefore never change. Writes only PNGs
 * that this program encoded itself, and reads only files of pictures that the database knows. Several servers may share a
 * folder. Thread-safe.
 */
public final class PictureStore {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final int THUMBNAIL = 192;
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path folder;
    private final Path thumbnails;
    private final PictureRecords records;
    private final MemoryBudget memory;
    // Entries stay valid, because pictures never change.
    private final Map<String, PictureInfo> recent = Collections.synchronizedMap(new Recent());

    /**
     * Opens the folder, and creates it if it does not exist.
     *
     * @param folder the data folder of the studio
     * @param memory the budget for pictures that callers request
     */
    public PictureStore(Path folder, PictureRecords records, MemoryBudget memory) {
        this.folder = folder.resolve("pictures");
        this.thumbnails = folder.resolve("thumbnails");
        this.records = records;
        this.memory = memory;
        removeAbandoned();
    }

    /**
     * Stores a picture. Returns when it is safely on disk.
     *
     * @param texts from keyword to text, for the metadata of the PNG
     */
    public PictureInfo add(Picture picture, Map<String, String> texts) {
        byte[] png = Pictures.png(picture, texts);
        String id = hash(png);
        Path file = file(folder, id);
        writeMissing(file, png);
        PictureInfo info = new PictureInfo(id, picture.width(), picture.height(), ColourPalette.of(picture));
        records.add(info);
        writeMissing(file, png); // an unused file may have been removed before the record was renewed
        return info;
    }

    /** Finds a picture by its id; empty if there is none or the text is not an id. */
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
     * @throws NotFoundException if the picture was removed in the meantime
     */
    public byte[] png(PictureInfo picture) {
        return read(picture, folder);
    }

    /**
     * Decodes a picture and passes it to a function while memory is reserved for it.
     *
     * @throws org.stylecodes.studio.error.OverloadedException if callers use too many pictures at once
     */
    public <T> T use(PictureInfo picture, Function<Picture, T> use) {
        try (MemoryBudget.Reservation room = memory.pixels((long) picture.width() * picture.height())) {
            return use.apply(picture(picture));
        }
    }

    /**
     * Decodes a picture without reserving memory.
     *
     * @throws EnvironmentException if its file is damaged, or there is not enough memory to decode it
     */
    public Picture picture(PictureInfo picture) {
        return decoded(png(picture), picture);
    }

    /**
     * Decodes a thumbnail without reserving memory.
     *
     * @throws EnvironmentException if its file is damaged, or there is not enough memory to decode it
     */
    public Picture thumbnailPicture(PictureInfo picture) {
        return decoded(thumbnail(picture), picture);
    }

    private static Picture decoded(byte[] png, PictureInfo picture) {
        try {
            return Pictures.read(png);
        } catch (PictureFormatException e) { // the program wrote the file, so the caller is not at fault
            throw new EnvironmentException("cannot decode the file of the picture " + picture.id(), e);
        }
    }

    /** The PNG file of a thumbnail whose longer side has at most 192 pixels. */
    public byte[] thumbnail(PictureInfo picture) {
        Path file = file(thumbnails, picture.id());
        if (!Files.exists(file)) {
            write(file, use(picture, whole -> Pictures.png(small(whole))));
        }
        return read(picture, thumbnails);
    }

    /**
     * Removes the pictures that nothing refers to and that were last used before a time.
     *
     * @return the number of removed pictures
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
        } catch (NoSuchFileException e) { // removed, perhaps by another server
            recent.remove(picture.id());
            throw new NotFoundException(
                    "the picture was removed because nothing had used it for a long time; send it again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Removes files that a killed process left half-written. Only old files, because other servers may be writing.
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

    /** A cache that forgets the entries that were not used for the longest time. */
    private static final class Recent extends LinkedHashMap<String, PictureInfo> {
        private static final long serialVersionUID = 1L;
        private static final int MAX_ENTRIES = 10_000;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PictureInfo> eldest) {
            return size() > MAX_ENTRIES;
        }
    }

    private static String hash(byte[] png) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has SHA-256
        }
    }
}
