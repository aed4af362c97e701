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
 * The models that a user can name: the built-in model, those in the user's folder of models, and any other folder or
 * single-file checkpoint by its path. If several have the same name, the first of these wins: a model folder in the working
 * directory, a model in the user's folder, the built-in model, anything else in the working directory.
 *
 * @param folder the user's folder of models; it need not exist
 */
record ModelCatalog(Path folder) {
    private static final String BUILT_IN_CONFIG = "/org/stylecodes/nano/style/config.json";
    private static final String INDEX = "model_index.json";

    // The released style weights lie beside a single-file checkpoint, but are not a checkpoint themselves.
    private static final String RELEASED_STYLE = "stylecodes.safetensors";

    /** The models below the folder {@code STYLECODES_HOME}, or, if that is not set, below {@code .stylecodes} in the user's home. */
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
     * @param name a folder or a single-file checkpoint (.safetensors, .ckpt), the name of one of the user's models, or the id of
     *     the built-in model; null for the built-in model
     * @param placement where its weights go
     * @throws BadValueException if no model has that name, or the model cannot be read
     * @throws StyleCodesException if this build cannot use the device of the placement on this machine
     */
    StyleCodes open(@Nullable String name, Placement placement) {
        if (name == null || isBuiltIn(name)) {
            return StyleCodes.nano(placement);
        }
        Path path = path(name);
        Devices.requireAvailable(placement); // checked first: the error must not be blamed on the model
        return InputFiles.read(() -> StyleCodes.open(path, placement));
    }

    /** Returns the absolute path of a model, or nothing for the built-in one. */
    Optional<Path> find(@Nullable String name) {
        return name == null || isBuiltIn(name)
                ? Optional.empty()
                : Optional.of(path(name).toAbsolutePath());
    }

    /** What the commands on codes need to know of a model. Reads no weights. */
    CodeSource codes(@Nullable String name) {
        StyleConfig style = name == null || isBuiltIn(name) ? builtIn() : InputFiles.read(() -> style(path(name)));
        CodeDistribution codes = style.codes();
        if (codes == null) {
            throw new BadValueException("the model " + style.id()
                    + " does not record the distribution of its codes; encode pictures, or draw codes with --uniform");
        }
        return new CodeSource(style.id(), codes);
    }

    /** The user's models, which are folders and single-file checkpoints, ordered by name. */
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

    /** The style configuration of a model, or that of the first release if the model has none of its own. */
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
                .orElseThrow(() -> new BadValueException("the model " + name
                        + " was not found: it is not a folder or a .safetensors or .ckpt file, and not the name of a model in "
                        + folder
                        + "; 'stylecodes model list' lists the models"));
    }

    /** Finds what is certainly a model: a folder with an index, or one of the user's models. */
    private Optional<Path> model(String name) {
        return path(name, ModelCatalog::isModelFolder).or(() -> path(name, path -> true)
                .map(folder::resolve)
                .filter(path -> Files.isDirectory(path) || isCheckpoint(path)));
    }

    private static Optional<Path> path(String name, Predicate<Path> condition) {
        try {
            return Optional.of(Path.of(name)).filter(condition);
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
