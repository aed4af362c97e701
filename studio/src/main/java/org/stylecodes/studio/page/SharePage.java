package org.stylecodes.studio.page;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page with a title and a description for sites that show a preview of a link, which do not run its scripts.
 *
 * @param title the title of the page
 * @param tags from the names of meta tags to their contents
 */
record SharePage(String title, Map<String, String> tags) {
    private static final Pattern PLACE =
            Pattern.compile("<!--share-->.*?<!--/share-->|<title>[^<]*</title>", Pattern.DOTALL);

    static SharePage of(String name, String shared, String origin) {
        String description = "A style code: draw anything in this style.";
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("description", description);
        tags.put("og:type", "website");
        tags.put("og:title", name);
        tags.put("og:description", description);
        tags.put("og:url", origin + "/s/" + shared);
        tags.put("og:image", origin + "/s/" + shared + "/preview.png");
        tags.put("og:image:type", "image/png");
        tags.put("twitter:card", "summary");
        return new SharePage(name + " - StyleCodes", tags);
    }

    static SharePage wrong(String explanation) {
        return new SharePage("No style code - StyleCodes", Map.of("description", explanation));
    }

    void write(Context context, int status) {
        context.status(status)
                .contentType("text/html;charset=utf-8")
                .header("Cache-Control", "no-cache")
                .result(in(PageRoutes.text("index.html")));
    }

    /** The HTML of the page, with its own title and tags replaced by these. */
    String in(String page) {
        StringBuilder head = new StringBuilder("<title>" + escaped(title) + "</title>");
        tags.forEach((name, content) -> head.append("\n<meta ")
                .append(name.startsWith("og:") ? "property" : "name")
                .append("=\"")
                .append(name)
                .append("\" content=\"")
                .append(escaped(content))
                .append("\">"));
        return PLACE.matcher(page).replaceFirst(Matcher.quoteReplacement(head.toString()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
