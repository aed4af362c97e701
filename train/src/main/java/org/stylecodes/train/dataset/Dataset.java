package org.stylecodes.train.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.stylecodes.error.InvalidRequestException;

/**
 * The captioned pictures of a folder, listed without reading a picture. Immutable and thread-safe.
 *
 * @param layout how the folder is organised
 * @param examples the pictures, in an order that depends only on names
 * @param omissions what the folder has besides and training does not see, one entry for each reason that occurred
 */
public record Dataset(Layout layout, List<Example> examples, List<Omission> omissions) {
    /** How a data set lies on the disk. */
    public enum Layout {
        /** One folder for each style, with captions beside the pictures: {@code ink/cat.png} and {@code ink/cat.txt} or .caption. */
        FOLDERS("folders by style"),
        /** A Hugging Face image folder: pictures listed in {@code metadata.jsonl}. */
        METADATA("pictures listed in metadata.jsonl"),
        /** WebDataset shards: tar files with {@code KEY.jpg}, {@code KEY.txt} and {@code KEY.json}. */
        SHARDS("WebDataset shards");

        private final String description;

        Layout(String description) {
            this.description = description;
        }

        /** The layout in words. */
        public String description() {
            return description;
        }
    }

    /** Copies the lists. */
    public Dataset {
        examples = List.copyOf(examples);
        omissions = List.copyOf(omissions);
    }

    /**
     * Lists a folder. A folder with a {@code metadata.jsonl}, at any depth, is a Hugging Face image folder; otherwise one with
     * {@code .tar} files consists of shards; otherwise its folders are the styles. Links are followed, and each folder is read once.
     *
     * @throws InvalidRequestException if the path is not a folder
     * @throws org.stylecodes.error.EnvironmentException if the folder or a list of pictures cannot be read
     */
    public static Dataset open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidRequestException(folder + ": there is no such folder");
        }
        Omissions omissions = new Omissions();
        FolderWalk files = FolderWalk.of(folder, omissions);
        files.named(FileKind.COMPRESSED_SHARD)
                .keySet()
                .forEach(name -> omissions.add(Omission.Reason.COMPRESSED_SHARD, name));
        if (!files.named(FileKind.METADATA).isEmpty()) {
            return new Dataset(Layout.METADATA, MetadataLayout.read(folder, files, omissions), omissions.list());
        }
        if (!files.named(FileKind.SHARD).isEmpty()) {
            return new Dataset(Layout.SHARDS, ShardLayout.read(files, omissions), omissions.list());
        }
        return new Dataset(Layout.FOLDERS, FolderLayout.read(files, omissions), omissions.list());
    }
}
