package org.stylecodes.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stylecodes.StyleCodes;

/** A studio behind a TLS proxy. */
class ProxyTest {
    private static final String TOKEN = "a token of this test";
    private static final String URL = "https://studio.example.org";

    @TempDir
    private static Path folder;

    private static Studio studio;
    private static Caller caller;

    @BeforeAll
    static void start() throws InterruptedException {
        studio = Studio.start(StudioOptions.local(0, folder, StyleCodes::nano)
                .access("127.0.0.1", List.of(TOKEN))
                .publicUrl(URL));
        caller = Caller.of(studio);
        caller.awaitReady();
    }

    @AfterAll
    static void stop() {
        studio.close();
    }

    @Test
    void linkPreviewsUseThePublicUrl() {
        String page = caller.get("/s/RIgP_58waM-Dx3A5idNo").text();
        String shared = URL + "/s/nano1:RIgP_58waM-Dx3A5idNomo";
        assertTrue(page.contains("\"og:url\" content=\"" + shared + "\""), page);
        assertTrue(page.contains("\"og:image\" content=\"" + shared + "/preview.png\""), page);
    }

    @Test
    void pictureUrlsUseThePublicUrl() {
        Caller known = caller.with(Map.of("Authorization", "Bearer " + TOKEN));
        String url = known.post("/v1/images/generations", Map.of("prompt", "a", "size", "64x64"))
                .json()
                .at("/data/0/url")
                .asText();
        assertTrue(url.startsWith(URL + "/api/v1/pictures/"), url);
    }

    @Test
    void theCookieIsSecure() {
        Caller page = caller.with(Map.of("Origin", URL));
        Caller.Answer opened = page.post("/api/v1/session", Map.of("token", TOKEN));
        assertEquals(204, opened.status());
        assertTrue(opened.header("Set-Cookie").contains("; Secure"), opened.header("Set-Cookie"));
    }

    @Test
    void withoutAPublicUrlTheCookieIsNotSecure() {
        try (Studio plain = Studio.start(StudioOptions.local(0, folder.resolve("plain"), StyleCodes::nano)
                .access("127.0.0.1", List.of(TOKEN)))) {
            String cookie = Caller.of(plain)
                    .post("/api/v1/session", Map.of("token", TOKEN))
                    .header("Set-Cookie");
            assertFalse(cookie.contains("Secure"), cookie);
        }
    }
}
