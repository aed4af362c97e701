package org.stylecodes.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stylecodes.Guidance;
import org.stylecodes.Interval;
import org.stylecodes.Preset;
import org.stylecodes.Request;
import org.stylecodes.Size;
import org.stylecodes.WeightedStyle;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidFieldException;
import org.stylecodes.error.InvalidRequestException;
import org.stylecodes.sampler.Sampler;

class RequestJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final StyleCode DUSK = StyleCode.parse("RIgP_58waM-Dx3A5idNo");
    private static final StyleCode DAWN = StyleCode.parse("Bwb2Dc4_dsdc6lC1MXlP");

    private static final Request REQUEST = Request.of("a house")
            .negative("trees")
            .style(new SharedCode("nano1", DUSK), 2)
            .strength(0.7)
            .guidance(
                    Guidance.separate(2, 1.5).textWithin(new Interval(0.1, 0.9)).styleWithin(new Interval(0, 0.5)))
            .steps(20)
            .sampler(Sampler.DPMPP_2M_KARRAS)
            .size(256, 128)
            .seed(Long.MAX_VALUE)
            .count(4);

    private static final String JSON = "{\"prompt\":\"a house\",\"negative\":\"trees\","
            + "\"styles\":[{\"code\":\"nano1:RIgP_58waM-Dx3A5idNomo\",\"weight\":2.0}],\"strength\":0.7,"
            + "\"guidance\":2.0,\"styleGuidance\":1.5,\"guidanceMode\":\"separate\","
            + "\"guidanceInterval\":{\"start\":0.1,\"end\":0.9},\"styleInterval\":{\"start\":0.0,\"end\":0.5},"
            + "\"steps\":20,\"sampler\":\"DPM++ 2M Karras\",\"seed\":9223372036854775807,\"count\":4,"
            + "\"width\":256,\"height\":128}";

    @Test
    void aPresetFillsTheFieldsThatAreAbsent() throws JsonProcessingException {
        Request request =
                read("{\"preset\":\"released\",\"steps\":30,\"guidance\":5}").request();
        assertEquals(Request.of("").preset(Preset.RELEASED).guidance(5).steps(30), request);
    }

    @Test
    void aScaleOfTheStyleLeavesTheModeOfThePreset() throws JsonProcessingException {
        Request request =
                read("{\"preset\":\"released\",\"styleGuidance\":1.5}").request();
        assertNull(request.guidance().mode()); // the mode of the style's scale is filled in with the model's defaults
        assertEquals(1.5, request.guidance().style());
    }

    @Test
    void unknownPresetsAreRefused() throws JsonProcessingException {
        assertEquals(
                "the preset is 'slow'; expected released or fast",
                assertThrows(InvalidFieldException.class, () -> read("{\"preset\":\"slow\"}")
                                .request())
                        .getMessage());
    }

    @Test
    void aRequestIsWrittenWithEveryField() throws JsonProcessingException {
        assertEquals(JSON, MAPPER.writeValueAsString(RequestJson.of(REQUEST)));
    }

    @Test
    void aRequestIsReadWithEveryField() throws JsonProcessingException {
        assertEquals(REQUEST, read(JSON).request());
    }

    @Test
    void absentFieldsTakeTheDefaults() throws JsonProcessingException {
        assertEquals(Request.of(""), read("{}").request());
    }

    @Test
    void aStyleWithoutAModelTakesTheModelThatDraws() {
        RequestJson json = RequestJson.of(Request.of("").style(DUSK), "nano1", null, null);
        assertEquals("nano1:RIgP_58waM-Dx3A5idNomo", json.styles().get(0).code());
    }

    @Test
    void aStyleMayBeACodeAlone() throws JsonProcessingException {
        assertEquals(
                List.of(new WeightedStyle(null, DUSK, 1), new WeightedStyle(null, DAWN, 3)),
                read("{\"styles\":[\"RIgP_58waM-Dx3A5idNo\",{\"code\":\"Bwb2Dc4_dsdc6lC1MXlP\",\"weight\":3}]}")
                        .request()
                        .styles());
    }

    @Test
    void anIntervalMayHaveOnlyOneEnd() throws JsonProcessingException {
        Guidance guidance = read("{\"guidanceInterval\":{\"end\":0.5},\"styleInterval\":{\"start\":0.5}}")
                .request()
                .guidance();
        assertEquals(new Interval(0, 0.5), guidance.textInterval());
        assertEquals(new Interval(0.5, 1), guidance.styleInterval());
    }

    @Test
    void aMissingSideIsTakenFromTheUsualSize() throws JsonProcessingException {
        RequestJson json = read("{\"width\":64}");
        assertThrows(InvalidRequestException.class, json::request);
        assertEquals(
                new Size(64, 128),
                json.request(RequestJson.StyleLookup.BY_CODE, new Size(256, 128), null)
                        .size());
        assertNull(read("{}").request().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"guidanceMode\":\"loud\"} | the guidance mode is 'loud'; expected reference, joint or separate",
                "{\"styles\":[null]} | styles[0] is null; expected an object with a code, or the text of a code",
                "{\"styles\":[{\"weight\":1}]} | a style has no code; expected the text of a style code",
                "{\"steps\":0} | the number of steps is 0; expected 1 to 1000"
            })
    void impossibleValuesAreRefused(String json, String message) throws JsonProcessingException {
        RequestJson read = read(json);
        assertEquals(
                message,
                assertThrows(InvalidRequestException.class, read::request).getMessage());
    }

    private static RequestJson read(String json) throws JsonProcessingException {
        return MAPPER.readValue(json, RequestJson.class);
    }
}
