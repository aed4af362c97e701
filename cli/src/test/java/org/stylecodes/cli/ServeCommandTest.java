package org.stylecodes.cli;

import java.nio.file.Files;
import java.nio.file.Path;
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
    void aTokenThatIsSoonGuessedIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "secret\n");
        ProgramRun.of("serve", "--host", "0.0.0.0", "--token-file", file.toString())
                .misused("the token has 6 characters; expected at least 16, such as those of 'openssl rand -hex 24'");
    }

    @Test
    void aQueueHoldsAtLeastOneGeneration() {
        ProgramRun.of("serve", "--queue", "0")
                .misused("--queue is 0 and --rate 0; expected at least 1 generation that may wait, and 0 requests a"
                        + " second for no bound");
    }

    @Test
    void aDatabaseOfAnotherKindIsRefused(@TempDir Path folder) {
        ProgramRun.of("serve", "--port", "0", "--data", folder.toString(), "--database", "jdbc:mysql://db/x")
                .misused("the database is no address of PostgreSQL; expected"
                        + " jdbc:postgresql://HOST/NAME?user=USER&password=PASSWORD");
    }
}
