package org.stylecodes.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
    @Test
    void anAddressThatOthersReachNeedsAToken() {
        ProgramRun.of("serve", "--host", "0.0.0.0")
                .misused("the address 0.0.0.0 can be reached from other machines, so callers need a token: give"
                        + " --token-file or --token, or leave the address at 127.0.0.1");
    }

    @Test
    void aTokenThatIsTooShortIsRefused(@TempDir Path folder) throws Exception {
        Path file =
                Files.writeString(folder.resolve("token"), "# of the team\na token that is long enough\n\nsecret\n");
        ProgramRun.of("serve", "--host", "0.0.0.0", "--token-file", file.toString())
                .misused("a token has 6 characters; expected at least 16; 'openssl rand -hex 24' makes a good one");
    }

    @Test
    void aFileWithoutATokenIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "# none yet\n");
        ProgramRun.of("serve", "--token-file", file.toString())
                .misused("the token file " + file + " has no token; expected one per line");
    }

    @Test
    void aPublicAddressWithAPathIsRefused() {
        ProgramRun.of("serve", "--public-url", "https://example.org/studio")
                .misused("the public URL is 'https://example.org/studio'; expected http or https, a host and"
                        + " optionally a port, such as https://studio.example.org");
    }

    @Test
    void aPortOutOfRangeIsRefused() {
        ProgramRun.of("serve", "--port", "70000")
                .misused("the port is 70000; expected 1 to 65535, or 0 for any free port");
    }

    @Test
    void keepingForLessThanADayIsRefused() {
        ProgramRun.of("serve", "--keep-days", "0").misused("--keep-days is 0; expected 1 or more");
    }

    @Test
    void aQueueHoldsAtLeastOneGeneration() {
        ProgramRun.of("serve", "--queue", "0")
                .misused("--queue is 0 and --rate 0; expected --queue to be 1 or more and --rate 0 (no limit) or more");
    }

    @Test
    void theDatabaseCanBeNamedInAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("database"), "jdbc:mysql://db/x\n");
        ProgramRun.of("serve", "--port", "0", "--data", folder.toString(), "--database-file", file.toString())
                .misused("the database URL is not one of PostgreSQL; expected"
                        + " jdbc:postgresql://HOST/NAME?user=USER&password=PASSWORD");
    }

    @Test
    void aFileWithoutADatabaseIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("database"), "\n");
        ProgramRun.of("serve", "--database-file", file.toString())
                .misused("the file " + file + " has no URL of a database; expected one such as"
                        + " jdbc:postgresql://HOST/NAME?user=USER&password=PASSWORD");
    }

    @Test
    void theEnvironmentNamesTheDatabaseIfNoOptionDoes() throws Exception {
        Map<String, String> environment = Map.of("STYLECODES_DATABASE", "jdbc:postgresql://db/x");
        assertEquals("jdbc:postgresql://db/x", new ServeCommand.Database().read(environment));
        assertNull(new ServeCommand.Database().read(Map.of()));
    }

    @Test
    void aDatabaseOfAnotherKindIsRefused(@TempDir Path folder) {
        ProgramRun.of("serve", "--port", "0", "--data", folder.toString(), "--database", "jdbc:mysql://db/x")
                .misused("the database URL is not one of PostgreSQL; expected"
                        + " jdbc:postgresql://HOST/NAME?user=USER&password=PASSWORD");
    }
}
