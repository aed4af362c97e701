package org.stylecodes.studio.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first segments of the paths that belong to an API; all other paths belong to the page. */
public enum ApiPath {
    /** The studio's own API. */
    API,
    /** OpenAI's. */
    V1,
    /** AUTOMATIC1111's. */
    SDAPI;

    // In any spelling. A caller that mistypes an API address must get an error, not the page.
    private static final Pattern FIRST_SEGMENT = Pattern.compile("/*([^/]*)");

    /** The API that a path belongs to, even if there is nothing at the path; empty for paths of the page. */
    public static Optional<ApiPath> of(String path) {
        Matcher first = FIRST_SEGMENT.matcher(path);
        return first.lookingAt()
                ? Arrays.stream(values())
                        .filter(api -> api.name().equals(first.group(1).toUpperCase(Locale.ROOT)))
                        .findFirst()
                : Optional.empty();
    }
}
