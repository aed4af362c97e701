package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stylecodes.image.Picture;
import org.stylecodes.image.Pictures;

/** The routes for keeping, finding and sharing styles. */
class GalleryApiTest extends ApiTest {
    @Test
    void aStyleIsKeptFoundChangedAndRemoved() {
        Caller.Answer added = caller.post(
                "/api/v1/styles",
                Map.of("code", CODE, "name", "Zebra crossing", "tags", List.of("Stripes", "stripes ", "b&w")));
        assertEquals(201, added.status());
        String url = added.header("Location");
        assertEquals(List.of("b&w", "stripes"), texts(added.json().path("tags")));
        JsonNode found = caller.get("/api/v1/styles?q=ZEBRA&tag=stripes").json();
        assertEquals(1, found.path("total").asInt());
        assertEquals(added.json().path("id"), found.path("items").path(0).path("id"));
        JsonNode changed =
                caller.patch(url, Map.of("favourite", true, "note", "<b>")).json();
        assertEquals("Zebra crossing", changed.path("name").asText());
        assertEquals("<b>", changed.path("note").asText());
        assertEquals(204, caller.delete(url).status());
        assertEquals(404, caller.get(url).status());
    }

    @Test
    void aStyleWithoutANameIsRefused() {
        Caller.Answer answer = caller.post("/api/v1/styles", Map.of("code", CODE, "name", " "));
        assertEquals(422, answer.status());
        assertEquals(
                "the name of the style has 0 characters; expected 1 to 100",
                answer.json().path("detail").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%00", "q=a%1fb", "tag=%00", "favourite=yes", "favourite=%00", "limit=0", "sort=best"})
    void anInvalidSearchIsRefused(String query) {
        Caller.Answer answer = caller.get("/api/v1/styles?" + query);
        assertEquals(400, answer.status(), answer.text());
        String name = query.substring(0, query.indexOf('='));
        assertTrue(answer.json().path("detail").asText().startsWith("'" + name + "' "), answer.text());
    }

    @Test
    void theNextPageExistsEvenIfTheLastStyleOfThePreviousPageWasRemoved() {
        kept("turned 1", "PPPPPPPPPPPPPPPPPPPP");
        String last = kept("turned 2", "QQQQQQQQQQQQQQQQQQQQ").path("id").asText();
        String pages = "/api/v1/styles?q=turned&limit=1";
        String next = caller.get(pages).json().path("next").asText();
        caller.delete("/api/v1/styles/" + last);
        JsonNode page = caller.get(pages + "&cursor=" + next).json();
        assertEquals("turned 1", page.at("/items/0/name").asText());
        Caller.Answer wrong = caller.get(pages + "&cursor=" + last);
        assertEquals(400, wrong.status());
        assertEquals(
                "'cursor' is not the 'next' of a page; leave it out to get the first page",
                wrong.json().path("detail").asText());
    }

    @Test
    void theNearestStyleToACodeIsItself() {
        kept("far", "AAAAAAAAAAAAAAAAAAAA");
        JsonNode style = kept("near", "KKKKKKKKKKKKKKKKKKKK");
        JsonNode found = caller.post("/api/v1/codes/nearest", Map.of("code", "KKKKKKKKKKKKKKKKKKKL", "limit", 1))
                .json();
        assertEquals(
                "near", found.path("items").path(0).path("style").path("name").asText());
        assertEquals(
                2.0 / 63 / Math.sqrt(20),
                found.path("items").path(0).path("distance").asDouble(),
                1e-12);
        assertTrue(style.path("x").asDouble() >= 0 && style.path("x").asDouble() <= 1);
    }

    @Test
    void theNearestStyleToAColourHasItInItsReference() {
        byte[] green = new byte[48];
        for (int i = 1; i < 48; i += 3) {
            green[i] = (byte) 200;
        }
        String picture =
                sent(Pictures.png(Picture.of(4, 4, green))).json().path("id").asText();
        caller.post("/api/v1/styles", Map.of("code", CODE, "name", "green", "reference", picture));
        JsonNode found = caller.post("/api/v1/codes/nearest", Map.of("colour", "#00c800", "limit", 1))
                .json();
        assertEquals(
                "green", found.path("items").path(0).path("style").path("name").asText());
        assertEquals(0, found.path("items").path(0).path("distance").asDouble());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{}|0",
                "{\"code\":\"KKKKKKKKKKKKKKKKKKKL\",\"colour\":\"#00c800\"}|2",
            })
    void aSearchForTheNearestNamesOneThing(String search, int ways) {
        Caller.Answer answer = caller.post("/api/v1/codes/nearest", search);
        assertEquals(422, answer.status());
        assertEquals(
                "the search names a style in " + ways + " ways; expected one of code, picture (the id of a picture) and"
                        + " colour (such as #8090a0)",
                answer.json().path("detail").asText());
    }

    @Test
    void theErrorOfADownloadIsNotDownloaded() {
        for (String file : List.of("sheet.png", "export")) {
            Caller.Answer answer =
                    caller.get("/api/v1/collections/" + file + "?ids=00000000-0000-0000-0000-000000000000");
            assertEquals(404, answer.status());
            assertEquals("", answer.header("Content-Disposition"));
        }
    }

    @Test
    void theMapHasEveryStyleAtItsPlace() {
        JsonNode style = kept("on the map", "MMMMMMMMMMMMMMMMMMMM");
        JsonNode items = caller.get("/api/v1/map").json().path("items");
        List<JsonNode> found = new ArrayList<>();
        items.forEach(item -> {
            if (item.path("id").equals(style.path("id"))) {
                found.add(item);
            }
        });
        assertEquals(1, found.size());
        assertEquals(style.path("x"), found.get(0).path("x"));
        assertEquals(style.path("y"), found.get(0).path("y"));
    }

    @Test
    void anExportedCollectionIsKnownToItsOwnGalleryAndNewToAnother() {
        String id = kept("to be moved", "NNNNNNNNNNNNNNNNNNNN").path("id").asText();
        byte[] json =
                caller.get("/api/v1/collections/export?ids=" + id).response().body();
        byte[] sheet =
                caller.get("/api/v1/collections/sheet.png?ids=" + id).response().body();
        assertEquals(1, imported(json).path("known").asInt());
        caller.delete("/api/v1/styles/" + id);
        assertEquals(1, imported(sheet).path("added").asInt());
        assertEquals(
                1,
                caller.get("/api/v1/styles?q=to+be+moved").json().path("total").asInt());
    }

    @Test
    void aWrongCodeInACollectionDoesNotStopTheOthers() {
        String text = "{\"format\":\"stylecodes-collection\",\"version\":1,\"model\":\"nano1\",\"styles\":["
                + "{\"code\":\"nano1:zz\",\"name\":\"bad\"},{\"code\":\"OOOOOOOOOOOOOOOOOOOO\",\"name\":\"good\"}]}";
        JsonNode answer = imported(text.getBytes());
        assertEquals(1, answer.path("added").asInt());
        assertEquals("bad", answer.path("refused").path(0).path("name").asText());
    }

    @Test
    void thePageOfAWrongCodeIsNotFoundAndSaysWhy() {
        Caller.Answer page = caller.get("/s/nano1:BIgP_58waM-Dx3A5idNomo");
        assertEquals(404, page.status());
        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        assertEquals(
                422, caller.get("/api/v1/shares/nano1:BIgP_58waM-Dx3A5idNomo").status());
    }

    @Test
    void aSharedCodeThatNobodyKeptGetsItsSamplesDrawn() {
        JsonNode share =
                caller.get("/api/v1/shares/nano1:RIgP_58waM-Dx3A5idNomo").json();
        assertEquals(CODE, share.path("code").path("code").asText());
        assertEquals(3, share.path("samples").size());
        Caller.Answer preview = caller.get("/s/" + SHARED + "/preview.png");
        while (preview.status() == 503) { // the server answers 503 after half a minute
            preview = caller.get("/s/" + SHARED + "/preview.png");
        }
        assertEquals(200, preview.status());
        assertEquals(128, Pictures.read(preview.response().body()).width());
    }

    private JsonNode imported(byte[] file) {
        return caller.form("/api/v1/collections/import", List.of(new Caller.Part("file", "styles", file)), Map.of())
                .json();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
