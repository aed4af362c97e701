import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the Java examples of a page into source files, so that they can be compiled. An example that declares a class becomes one file.
 * Every other example becomes the body of a method in a class named after the page; the method has an open model.
 *
 * <pre>java Snippets.java PAGE FOLDER</pre>
 */
public final class Snippets {
    private static final Pattern EXAMPLE = Pattern.compile("^```java\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^public (?:final )?class (\\w+)", Pattern.MULTILINE);
    private static final String METHOD =
            """
            import java.net.URI;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.util.*;
            import java.util.concurrent.ExecutorService;
            import java.util.concurrent.Executors;
            import java.util.concurrent.Future;
            import java.util.concurrent.TimeUnit;
            import java.util.concurrent.TimeoutException;
            import org.stylecodes.*;
            import org.stylecodes.client.*;
            import org.stylecodes.code.*;
            import org.stylecodes.error.*;
            import org.stylecodes.image.*;
            import org.stylecodes.sampler.*;

            class %s {
                void run(%s) throws Exception {
            %s
                }
            }
            """;

    private Snippets() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        String page = Files.readString(file);
        String stem = file.getFileName().toString().replace(".md", "");
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        int count = 0;
        for (Matcher example = EXAMPLE.matcher(page); example.find(); count++) {
            String code = example.group(1);
            Matcher declared = CLASS.matcher(code);
            String name = declared.find() ? declared.group(1) : stem + count;
            String model = code.contains("StyleCodes model =") ? "" : "StyleCodes model";
            String source = code.contains("public class") ? code : METHOD.formatted(name, model, code);
            Files.writeString(folder.resolve(name + ".java"), source);
        }
        if (count == 0) {
            throw new IllegalStateException(file + " has no Java examples");
        }
    }
}
