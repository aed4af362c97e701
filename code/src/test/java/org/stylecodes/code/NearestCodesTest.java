package org.stylecodes.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearestCodesTest {
    private static final StyleCode LOWEST = StyleCode.parse("A".repeat(20));
    private static final StyleCode NEAR = StyleCode.parse("B" + "A".repeat(19));
    private static final StyleCode FAR = StyleCode.parse("_".repeat(20));

    @Test
    void theNearestComesFirst() {
        List<NearestCodes.Match> matches =
                NearestCodes.among(List.of(FAR, NEAR)).to(LOWEST, 2);

        assertEquals(
                List.of(
                        new NearestCodes.Match(1, NEAR, LOWEST.distance(NEAR)),
                        new NearestCodes.Match(0, FAR, LOWEST.distance(FAR))),
                matches);
    }

    @Test
    void equallyNearCodesKeepTheirOrder() {
        List<NearestCodes.Match> matches =
                NearestCodes.among(List.of(NEAR, LOWEST, LOWEST)).to(LOWEST, 2);

        assertEquals(
                List.of(1, 2), matches.stream().map(NearestCodes.Match::index).toList());
    }

    @Test
    void aLargerCountFindsAllCodes() {
        assertEquals(1, NearestCodes.among(List.of(NEAR)).to(LOWEST, 5).size());
        assertEquals(0, NearestCodes.among(List.of()).to(LOWEST, 5).size());
    }

    @Test
    void theScanAgreesWithSortingByDistance() {
        Random random = new Random(1);
        List<StyleCode> codes =
                Stream.generate(() -> StyleCode.uniform(random)).limit(5_000).toList();
        StyleCode query = StyleCode.uniform(random);

        List<Integer> sorted = IntStream.range(0, codes.size())
                .boxed()
                .sorted(Comparator.comparing(i -> query.distance(codes.get(i))))
                .limit(100)
                .toList();

        assertEquals(
                sorted,
                NearestCodes.among(codes).to(query, 100).stream()
                        .map(NearestCodes.Match::index)
                        .toList());
    }

    @Test
    void codesMayComeAsBytes() {
        byte[] levels = new byte[40];
        levels[20] = 1;

        assertEquals(NEAR, NearestCodes.among(levels).to(NEAR, 1).get(0).code());
    }

    @Test
    void bytesThatAreNotCodesAreRefused() {
        byte[] levels = new byte[20];
        levels[7] = 64;

        assertThrows(IllegalArgumentException.class, () -> NearestCodes.among(levels));
        assertThrows(IllegalArgumentException.class, () -> NearestCodes.among(new byte[21]));
    }

    @Test
    void aNegativeCountIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> NearestCodes.among(List.of(NEAR))
                .to(LOWEST, -1));
    }
}
