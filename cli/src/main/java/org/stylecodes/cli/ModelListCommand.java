package org.stylecodes.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.stylecodes.error.StyleCodesException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the models that can be named. */
@Command(
        name = "list",
        description = "List the models, one per line: the id that shared codes name, a tab and the path of the model.",
        footer = {
            "",
            "The option --model takes the name of any model folder or single-file checkpoint in ~/.stylecodes/models"
                    + " (STYLECODES_HOME/models).",
            "",
            "Example:",
            "  stylecodes model list"
        })
final class ModelListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        ModelCatalog models = ModelCatalog.ofUser();
        if (ModelCatalog.hasBuiltIn()) {
            out.println(ModelCatalog.builtIn().id() + "\tbuilt in");
        }
        for (Path model : models.list()) {
            out.println(id(model) + "\t" + model);
        }
        out.flush();
    }

    private String id(Path model) {
        try {
            return ModelCatalog.style(model).id();
        } catch (StyleCodesException damaged) {
            spec.commandLine().getErr().println(damaged.getMessage());
            return "?";
        }
    }
}
