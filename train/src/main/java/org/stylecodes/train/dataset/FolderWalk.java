package org.stylecodes.train.dataset;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stylecodes.error.EnvironmentException;

/**
 * The files below a folder that data sets have. Links are followed, but every folder is read once, so links that lead in a circle, or
 * that multiply paths, do no harm. A folder keeps its own path if both the folder and a link to it are in the data set.
 */
final class FolderWalk {
    private final Map<FileKind, SortedMap<String, Path>> files = new EnumMap<>(FileKind.class);
    private final Set<Path> read = new HashSet<>();
    private final Deque<Folder> links = new ArrayDeque<>();
    private final Omissions omissions;

    /** A folder, and its name within the data set with a slash at its end, which is empty for the data set itself. */
    private record Folder(Path path, String name) {}

    private FolderWalk(Omissions omissions) {
        this.omissions = omissions;
    }

    /**
     * Lists the files.
     *
     * @throws EnvironmentException if the folder itself cannot be read
     */
    static FolderWalk of(Path root, Omissions omissions) {
        FolderWalk walk = new FolderWalk(omissions);
        try {
            walk.visit(new Folder(root, ""));
        } catch (IOException failed) {
            throw new EnvironmentException("cannot read " + root + ": " + failed.getMessage(), failed);
        }
        while (!walk.links.isEmpty()) {
            walk.enter(walk.links.remove());
        }
        return walk;
    }

    /** The files of a kind by their names within the data set, sorted. */
    SortedMap<String, Path> named(FileKind kind) {
        return files.getOrDefault(kind, new TreeMap<>());
    }

    private void enter(Folder folder) {
        try {
            visit(folder);
        } catch (IOException failed) {
            omissions.add(Omission.Reason.UNREADABLE_FOLDER, folder.name());
        }
    }

    private void visit(Folder folder) throws IOException {
        if (!read.add(folder.path().toRealPath())) {
            omissions.add(Omission.Reason.REPEATED_FOLDER, folder.name());
            return;
        }
        for (Path path : children(folder.path())) {
            String name = path.getFileName().toString();
            if (FileKind.isHidden(name)) {
                omissions.add(Omission.Reason.HIDDEN, folder.name() + name);
            } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                enter(new Folder(path, folder.name() + name + "/"));
            } else if (Files.isDirectory(path)) {
                links.add(new Folder(path, folder.name() + name + "/"));
            } else {
                add(path, folder.name() + name, FileKind.of(name));
            }
        }
    }

    private void add(Path path, String name, Optional<FileKind> kind) {
        if (kind.isEmpty()) {
            return;
        }
        if (Files.isRegularFile(path)) {
            files.computeIfAbsent(kind.get(), key -> new TreeMap<>()).put(name, path);
        } else if (kind.get() == FileKind.PICTURE) {
            omissions.add(Omission.Reason.NOT_A_FILE, name);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(children::add);
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        children.sort(null);
        return children;
    }
}
