package org.stylecodes.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.Placement;
import org.stylecodes.StyleCodes;
import org.stylecodes.cli.code.CodeSource;
import org.stylecodes.code.CodeDistribution;
import org.stylecodes.error.EnvironmentException;
import org.stylecodes.error.StyleCodesException;
import org.stylecodes.format.Config;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Devices;

/**
 * The models that a user can name: the built-in one, those in the user's folder of models, and any other folder or
 * single-file checkpoint by its path. Of two with the same name, a model folder in the working directory goes before the user's, the user's
 * before the built-in one, and that before whatever else is in the working directory.
 *
 * @param folder the user's folder of models; need not be there
 */
record ModelCatalog(Path folder) {
    private static final String BUILT_IN_CONFIG = "/org/stylecodes/nano/style/config.json";
    private static final String INDEX = "model_index.json";

    // Lies beside a single-file checkpoint, and is none.
    private static final String RELEASED_STYLE = "stylecodes.safetensors";

    /** The models below {@code STYLECODES_HOME}, or else {@code .stylecodes} in the user's home. */
    static ModelCatalog ofUser() {
        String home = System.getenv("STYLECODES_HOME");
        Path base = home == null || home.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".stylecodes")
                : Path.of(home);
        return new ModelCatalog(base.resolve("models"));
    }

    /**
     * Opens a model.
     *
     * @param name a folder or a single-file checkpoint (.safetensors, .ckpt), the name of one of the user's models, or the id of the built-in model; null for that one
     * @param placement of its weights
     * @throws BadValueException if there is none of that name, or it cannot be read
     * @throws StyleCodesException if this build on this machine does not have the placement
     */
    StyleCodes open(@Nullable String name, Placement placement) {
        if (name == null || isBuiltIn(name)) {
            return StyleCodes.nano(placement);
        }
        Path path = path(name);
        Devices.requireAvailable(placement); // or else this machine is at fault, and not the model that was named
        return InputFiles.read(() -> StyleCodes.open(path, placement));
    }

    /** The absolute path of a model, or nothing for the built-in one. */
    Optional<Path> find(@Nullable String name) {
        return name == null || isBuiltIn(name)
                ? Optional.empty()
                : Optional.of(path(name).toAbsolutePath());
    }

    /** What the commands on codes need to know of a model; no weights are read. */
    CodeSource codes(@Nullable String name) {
        StyleConfig style = name == null || isBuiltIn(name) ? builtIn() : InputFiles.read(() -> style(path(name)));
        CodeDistribution codes = style.codes();
        if (codes == null) {
            throw new BadValueException("the model " + style.id()
                    + " does not say how its codes are distributed; take codes of pictures, or --uniform ones");
        }
        return new CodeSource(style.id(), codes);
    }

    /** The user's models, folders and single-file checkpoints, in the order of their names. */
    List<Path> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.filter(path -> isModelFolder(path) || isCheckpoint(path))
                    .filter(path -> !path.endsWith(RELEASED_STYLE))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The style configuration of a model; that of the first release where it has none of its own. */
    static StyleConfig style(Path path) {
        try (ModelFolder model = ModelFolder.open(path)) {
            return model.has(Part.STYLE) ? StyleConfig.of(model.config(Part.STYLE)) : StyleConfig.released();
        }
    }

    /** The style configuration of the built-in model. */
    static StyleConfig builtIn() {
        try (@Nullable InputStream in = StyleCodes.class.getResourceAsStream(BUILT_IN_CONFIG)) {
            if (in == null) {
                throw new EnvironmentException("this build has no built-in model; name a model folder with --model");
            }
            return StyleConfig.of(Config.of("the built-in model", new ObjectMapper().readTree(in)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Whether this build has a built-in model. */
    static boolean hasBuiltIn() {
        return StyleCodes.class.getResource(BUILT_IN_CONFIG) != null;
    }

    private boolean isBuiltIn(String name) {
        return model(name).isEmpty() && hasBuiltIn() && builtIn().id().equals(name);
    }

    private Path path(String name) {
        return model(name)
                .or(() -> path(name, path -> Files.isDirectory(path) || isCheckpoint(path)))
                .orElseThrow(() -> new BadValueException("there is no model " + name
                        + ": no such folder or .safetensors or .ckpt file, and none in " + folder
                        + "; 'stylecodes model list' shows what there is"));
    }

    /** What is a model for certain: a model folder, or one of the user's models. */
    private Optional<Path> model(String name) {
        return path(name, ModelCatalog::isModelFolder).or(() -> path(name, path -> true)
                .map(folder::resolve)
                .filter(path -> Files.isDirectory(path) || isCheckpoint(path)));
    }

    private static Optional<Path> path(String name, Predicate<Path> wanted) {
        try {
            return Optional.of(Path.of(name)).filter(wanted);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static boolean isModelFolder(Path path) {
        return Files.exists(path.resolve(INDEX));
    }

    private static boolean isCheckpoint(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".safetensors") || name.endsWith(".ckpt")) && Files.isRegularFile(path);
    }
}
