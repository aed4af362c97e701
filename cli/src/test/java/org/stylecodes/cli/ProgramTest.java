package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class ProgramTest {
    @Test
    void withoutACommandTheProgramTellsHowToGetHelp() {
        assertEquals(new ProgramRun(2, "", "Missing required subcommand\nTry 'stylecodes --help'.\n"), ProgramRun.of());
    }

    @Test
    void aMistypedCommandIsAnsweredWithTheOneMeant() {
        assertEquals(
                new ProgramRun(
                        2,
                        "",
                        "Unmatched argument at index 0: 'encod'\nDid you mean: stylecodes encode or stylecodes code or stylecodes bench?\n"),
                ProgramRun.of("encod"));
    }

    @Test
    void aMistypedOptionIsMisuse() {
        ProgramRun.of("generate", "a cat", "--stepz", "3").misused("Unknown options: '--stepz', '3'");
    }

    @Test
    void helpOfTheProgramDescribesAllCommands() {
        assertEquals(
                Program.commandLine(new Terminal(0)).getUsageMessage(Ansi.OFF),
                ProgramRun.of("--help").out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "encode",
                "generate",
                "grid",
                "demo",
                "conformance",
                "bench",
                "train",
                "evaluate",
                "render",
                "completion"
            })
    void everyCommandHasHelpWithExamples(String command) {
        ProgramRun help = ProgramRun.of(command, "--help");
        assertEquals(0, help.exitCode());
        assertTrue(help.out().contains("  stylecodes " + command), help.out());
    }

    @Test
    void commandsOfGroupsHaveHelpWithExamples() {
        assertTrue(ProgramRun.of("model", "info", "--help").out().contains("  stylecodes model info"));
        assertTrue(ProgramRun.of("code", "mix", "--help").out().contains("  stylecodes code mix"));
        assertTrue(ProgramRun.of("data", "check", "--help").out().contains("  stylecodes data check"));
        assertTrue(ProgramRun.of("data", "illustrations", "--help").out().contains("  stylecodes data illustrations"));
    }

    @Test
    void examplesFitOnATerminalOf80Columns() {
        assertEquals(List.of(), wrappedLines(Program.commandLine(new Terminal(80))));
    }

    /** The example lines that help wraps. */
    private static List<String> wrappedLines(CommandLine command) {
        List<String> help = command.getUsageMessage(Ansi.OFF).lines().toList();
        return Stream.concat(
                        Stream.of(command.getCommandSpec().usageMessage().footer())
                                .filter(line -> line.startsWith("  ") && !help.contains(line)),
                        command.getSubcommands().values().stream().flatMap(sub -> wrappedLines(sub).stream()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "demo"})
    void aSheetIsOneFile(String command) {
        String help = ProgramRun.of(command, "--help").out();
        assertTrue(help.contains("The PNG to write the sheet to"), help);
        assertFalse(help.contains("FILE-2.png"), help);
    }

    @Test
    void theVersionNamesTheProgram() {
        assertTrue(ProgramRun.of("--version").out().startsWith("stylecodes "));
    }

    @Test
    void textThatIsNotACodeIsABadValue() {
        ProgramRun.of("code", "mix", "RIgP")
                .misused(
                        "\"RIgP\" is not a style code: it has 4 symbols; expected 20 (or 27 in the form of the first release)");
    }

    @Test
    void stackTracesAreShownOnRequest() {
        ProgramRun run = ProgramRun.of("code", "mix", "RIgP", "--stacktrace");
        assertTrue(run.err().contains("\tat org.stylecodes.code."), run.err());
    }

    @Test
    void completionIsAScriptThatKnowsTheCommands() {
        String script = ProgramRun.of("completion").out();
        assertTrue(script.startsWith("#!/usr/bin/env bash"), script);
        assertTrue(
                script.contains(
                        "encode generate grid demo serve code model conformance bench data train evaluate defaults render completion"),
                script);
    }
}
