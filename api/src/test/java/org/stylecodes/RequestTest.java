package org.stylecodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.image.Picture;

class RequestTest {
    private static final StyleCode DUSK = StyleCode.parse("RIgP_58waM-Dx3A5idNo");
    private static final StyleCode DAWN = StyleCode.parse("Bwb2Dc4_dsdc6lC1MXlP");

    @ParameterizedTest
    @MethodSource
    void refusesImpossibleValuesAndNamesThem(String named, Function<Request, Request> change) {
        Request request = Request.of("a house");
        String message = assertThrows(InvalidRequestException.class, () -> change.apply(request))
                .getMessage();
        assertTrue(message.contains(named), message);
    }

    static Stream<Arguments> refusesImpossibleValuesAndNamesThem() {
        Picture picture = Picture.of(1, 1, new byte[3]);
        return Stream.of(
                refused("strength of the style is 1.1", request -> request.strength(1.1)),
                refused("strength of the style is NaN", request -> request.strength(Double.NaN)),
                refused("number of steps is 0", request -> request.steps(0)),
                refused("number of steps is 1001", request -> request.steps(1001)),
                refused("number of pictures is 0", request -> request.count(0)),
                refused("number of pictures is 1001", request -> request.count(1001)),
                refused("guidance is -1.0", request -> request.guidance(-1)),
                refused("size is 0x64", request -> request.size(0, 64)),
                refused("size is 64x4097", request -> request.size(64, 4097)),
                refused("prompt is null", request -> request.prompt(null)),
                refused("negative prompt is null", request -> request.negative(null)),
                refused("100001 characters", request -> request.prompt("x".repeat(100_001))),
                refused("prompt has the character U+0000 at 1", request -> request.prompt("a\0b")),
                refused("100001 characters", request -> request.negative("x".repeat(100_001))),
                refused("init picture is 0.0", request -> request.init(picture, 0)),
                refused("init picture is NaN", request -> request.init(picture, Double.NaN)),
                refused("weight of the style", request -> request.style(DUSK, -1)),
                refused("all weights", request -> request.style(DUSK, 0)));
    }

    private static Arguments refused(String named, Function<Request, Request> change) {
        return Arguments.of(named, change);
    }

    @Test
    void stylesMixInProportionToTheirWeights() {
        Request request = Request.of("").style(DUSK, 1).style(DAWN, 3);
        assertEquals(DUSK.interpolate(DAWN, 0.75), request.mix());
    }

    @Test
    void aSharedCodeKeepsItsModel() {
        Request request = Request.of("").style(new SharedCode("nano1", DUSK));
        assertEquals(List.of(new WeightedStyle("nano1", DUSK, 1)), request.styles());
    }

    @Test
    void aSharedCodeMayHaveAWeight() {
        Request request = Request.of("").style(new SharedCode("nano1", DUSK), 2);
        assertEquals(List.of(new WeightedStyle("nano1", DUSK, 2)), request.styles());
    }

    @Test
    void aBuilderStartsFromARequestAndCanClearComponents() {
        Request request = Request.of("a house").steps(20).seed(7);
        assertEquals(request, request.toBuilder().build());
        assertEquals(
                Request.of("a house"),
                request.toBuilder().steps(null).seed(null).build());
    }

    @Test
    void aRequestWithoutStylesHasNoMix() {
        assertThrows(IllegalStateException.class, () -> Request.of("").mix());
    }
}
