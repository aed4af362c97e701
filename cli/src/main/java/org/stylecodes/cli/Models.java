package org.stylecodes.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.StyleCodes;
import org.stylecodes.StyleCodesException;
import org.stylecodes.cli.code.CodeSource;
import org.stylecodes.code.CodeDistribution;
import org.stylecodes.format.Config;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.style.StyleConfig;
import org.stylecodes.tensor.Placement;

/**
 * The models that a user can name: the built-in one, those in the user's folder of models, and any other folder or
 * single-file checkpoint by its path.
 *
 * @param folder the user's folder of models; need not be there
 */
record Models(Path folder) {
    private static final String BUILT_IN_CONFIG = "/org/stylecodes/nano/style/config.json";
    private static final String INDEX = "model_index.json";

    /** The models below {@code STYLECODES_HOME}, or else {@code .stylecodes} in the user's home. */
    static Models ofUser() {
        String home = System.getenv("STYLECODES_HOME");
        Path base = home == null || home.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".stylecodes")
                : Path.of(home);
        return new Models(base.resolve("models"));
    }

    /**
     * Opens a model.
     *
     * @param name a folder or a single-file checkpoint, the name of one of the user's models, or the id of the built-in model; null for that one
     * @param placement of its weights
     * @throws BadValueException if there is none of that name
     */
    StyleCodes open(@Nullable String name, Placement placement) {
        return isBuiltIn(name) ? StyleCodes.nano(placement) : StyleCodes.open(path(name), placement);
    }

    /** What the commands on codes need to know of a model; no weights are read. */
    CodeSource codes(@Nullable String name) {
        StyleConfig style = isBuiltIn(name) ? builtIn() : style(path(name));
        CodeDistribution codes = style.codes();
        if (codes == null) {
            throw new StyleCodesException("the model " + style.id()
                    + " does not say how its codes are distributed; take codes of pictures, or --uniform ones");
        }
        return new CodeSource(style.id(), codes);
    }

    /** The folders of the user's models, in the order of their names. */
    List<Path> folders() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.filter(path -> Files.exists(path.resolve(INDEX)))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The style configuration of a model folder; that of the first release where it has none of its own. */
    static StyleConfig style(Path path) {
        try (ModelFolder model = ModelFolder.open(path)) {
            return model.has(Part.STYLE) ? StyleConfig.of(model.config(Part.STYLE)) : StyleConfig.released();
        }
    }

    /** The style configuration of the built-in model. */
    static StyleConfig builtIn() {
        try (@Nullable InputStream in = StyleCodes.class.getResourceAsStream(BUILT_IN_CONFIG)) {
            if (in == null) {
                throw new StyleCodesException("this build has no built-in model; name a model folder with --model");
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

    private boolean isBuiltIn(@Nullable String name) {
        if (name == null) {
            return true;
        }
        return find(name).isEmpty() && hasBuiltIn() && builtIn().id().equals(name);
    }

    private Path path(@Nullable String name) {
        return find(name)
                .orElseThrow(() ->
                        new BadValueException("there is no model " + name + ": no such folder or file, and none in "
                                + folder + "; 'stylecodes model list' shows what there is"));
    }

    private Optional<Path> find(String name) {
        try {
            return Stream.of(Path.of(name), folder.resolve(name))
                    .filter(Files::exists)
                    .findFirst();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
