package org.stylecodes.studio.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SharePageTest {
    @Test
    void titleAndTagsReplaceThePartBetweenTheComments() {
        String page = SharePage.wrong("no code")
                .in(
                        "<head><!--share--><title>a</title>\n<meta name=\"description\" content=\"b\"><!--/share--></head>");
        assertEquals(
                "<head><title>No style code - StyleCodes</title>\n<meta name=\"description\" content=\"no code\"></head>",
                page);
    }

    @Test
    void theNameOfAStyleIsEscaped() {
        String page = SharePage.of("</title><script>alert(1)</script>\"'&$1", "nano1:RIgP", "http://localhost")
                .in("<title>a</title>");
        assertFalse(page.contains("<script"), page);
        assertTrue(
                page.startsWith("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;$1 - "),
                page);
    }

    @Test
    void thePreviewHasAnAbsoluteUrl() {
        String page = SharePage.of("a", "nano1:RIgP", "http://localhost:1").in("<title>a</title>");
        assertTrue(
                page.contains("<meta property=\"og:image\" content=\"http://localhost:1/s/nano1:RIgP/preview.png\">"),
                page);
    }
}
