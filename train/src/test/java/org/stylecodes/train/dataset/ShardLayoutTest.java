package org.stylecodes.train.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.train.tar.Tar;

class ShardLayoutTest {
    @TempDir
    private Path folder;

    @Test
    void membersOfAKeyBelongTogether() throws Exception {
        write(new Tar()
                .file("ink/1.jpg", "A")
                .file("ink/1.txt", "a cat")
                .file("ink/2.webp", "B")
                .file("ink/2.caption", "a dog"));
        List<Example> examples = Dataset.open(folder).examples();
        assertEquals(
                List.of("0.tar/ink/1.jpg", "0.tar/ink/2.webp"),
                examples.stream().map(Example::name).toList());
        assertEquals("ink", examples.get(0).style());
        assertEquals("a dog", examples.get(1).caption().text());
        assertArrayEquals("B".getBytes(StandardCharsets.UTF_8), examples.get(1).bytes());
    }

    @Test
    void jsonNamesTheStyleAndTheCaption() throws Exception {
        write(new Tar().file("1.png", "A").file("1.json", "{\"style\": \"oil\", \"caption\": \"a cat\"}"));
        Example only = Dataset.open(folder).examples().get(0);
        assertEquals("oil", only.style());
        assertEquals("a cat", only.caption().text());
    }

    @Test
    void damagedJsonIsCountedAndTheFolderIsTheStyle() throws Exception {
        write(new Tar().file("ink/1.png", "A").file("ink/1.json", "{"));
        Dataset data = Dataset.open(folder);
        assertEquals("ink", data.examples().get(0).style());
        assertEquals(
                List.of(new Omission(Omission.Reason.BAD_ENTRY, 1, List.of("0.tar/ink/1.json"))), data.omissions());
    }

    @Test
    void withoutAnyFolderAPictureHasNoStyle() throws Exception {
        write(new Tar().file("1.png", "A"));
        assertEquals(
                List.of(new Omission(Omission.Reason.NO_STYLE, 1, List.of("0.tar/1.png"))),
                Dataset.open(folder).omissions());
    }

    @Test
    void theFolderOfAShardIsTheStyleOfKeysWithoutAFolder() throws Exception {
        Files.createDirectory(folder.resolve("oil"));
        Files.write(folder.resolve("oil/0.tar"), new Tar().file("./1.png", "A").bytes());
        assertEquals("oil", Dataset.open(folder).examples().get(0).style());
    }

    @Test
    void namesThatLeadOutAndHiddenOnesAreLeftOut() throws Exception {
        write(new Tar()
                .file("../../evil/1.png", "A")
                .file("/evil/2.png", "A")
                .file("ink/..", "A")
                .file("ink/._3.png", "A")
                .file("ink/4.png", "A"));
        Dataset data = Dataset.open(folder);
        assertEquals(1, data.examples().size());
        assertEquals(
                List.of(
                        new Omission(Omission.Reason.HIDDEN, 1, List.of("0.tar/ink/._3.png")),
                        new Omission(
                                Omission.Reason.OUTSIDE,
                                3,
                                List.of("0.tar/../../evil/1.png", "0.tar//evil/2.png", "0.tar/ink/.."))),
                data.omissions());
    }

    @Test
    void longNamesOfPaxAndGnuAreRead() throws Exception {
        String pax = "ink/" + "p".repeat(200) + ".png";
        String gnu = "ink/" + "g".repeat(200) + ".png";
        String path = " path=" + pax + "\n";
        write(new Tar()
                .member('x', "PaxHeader", path.length() + 3 + path)
                .file("ink/short", "A")
                .member('L', "././@LongLink", gnu + "\0")
                .file("ink/short", "B")
                .file("ink/own.png", "C"));
        assertEquals(
                List.of("0.tar/" + pax, "0.tar/" + gnu, "0.tar/ink/own.png"),
                Dataset.open(folder).examples().stream().map(Example::name).toList());
    }

    @Test
    void picturesBeforeDamageAreUsed() throws Exception {
        byte[] tar = new Tar().file("ink/1.png", "A").file("ink/2.png", "B").bytes();
        tar[1024 + 3] ^= 1; // in the name of the second member
        Files.write(folder.resolve("0.tar"), tar);
        Dataset data = Dataset.open(folder);
        assertEquals(1, data.examples().size());
        assertEquals(
                List.of(new Omission(
                        Omission.Reason.DAMAGED_SHARD, 1, List.of("0.tar: the header at byte 1024 is damaged"))),
                data.omissions());
    }

    @Test
    void aMemberThatIsLongerThanTheFileIsDamage() throws Exception {
        write(new Tar().header("ink/1.png", 1L << 32).zeros(512));
        assertEquals(
                List.of("0.tar: the member at byte 0 is cut short"),
                Dataset.open(folder).omissions().get(0).names());
    }

    @Test
    void aHugeHeaderIsDamage() throws Exception {
        write(new Tar().member('x', "PaxHeader", "x".repeat((1 << 16) + 1)));
        assertEquals(
                List.of("0.tar: the header at byte 0 is longer than any name"),
                Dataset.open(folder).omissions().get(0).names());
    }

    @Test
    void damagedPaxRecordsAreDamage() throws Exception {
        for (String record : List.of("9999999999 path=a\n", "0 a\n", "3 a", "path=a", "7", "2 ")) {
            write(new Tar().member('x', "PaxHeader", record));
            assertEquals(
                    Omission.Reason.DAMAGED_SHARD,
                    Dataset.open(folder).omissions().get(0).reason(),
                    record);
        }
    }

    @Test
    void randomPaxRecordsNeverFailOtherwise() throws Exception {
        Random random = new Random(1);
        String letters = "0123456789 \npath=size=-x\0";
        for (int i = 0; i < 400; i++) {
            StringBuilder record = new StringBuilder(i % 2 == 0 ? "9 size=" : "");
            for (int n = random.nextInt(30); n > 0; n--) {
                record.append(letters.charAt(random.nextInt(letters.length())));
            }
            write(new Tar().member('x', "PaxHeader", record.toString()).file("ink/1.png", "A"));
            assertTrue(Dataset.open(folder).examples().size() <= 1);
        }
    }

    @Test
    void aShardCutAfterAnyNumberOfBytesIsRead() throws Exception {
        byte[] tar = new Tar()
                .file("ink/1.png", "A")
                .member('L', "././@LongLink", "ink/2.png\0")
                .file("x", "B")
                .bytes();
        for (int length = 0; length < tar.length; length += 37) {
            Files.write(folder.resolve("0.tar"), Arrays.copyOf(tar, length));
            assertTrue(Dataset.open(folder).examples().size() <= 2);
        }
    }

    @Test
    void compressedShardsAreNamed() throws Exception {
        Files.createFile(folder.resolve("1.tar.gz"));
        assertEquals(
                List.of(new Omission(Omission.Reason.COMPRESSED_SHARD, 1, List.of("1.tar.gz"))),
                Dataset.open(folder).omissions());
    }

    private void write(Tar tar) throws IOException {
        Files.write(folder.resolve("0.tar"), tar.zeros(1024).bytes());
    }
}
