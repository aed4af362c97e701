package org.stylecodes.studio.api;

import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.SharedCode;
import org.stylecodes.code.StyleCode;
import org.stylecodes.error.InvalidFieldException;
import org.stylecodes.json.StyleJson;
import org.stylecodes.studio.gallery.Gallery;
import org.stylecodes.studio.gallery.StyleDraft;
import org.stylecodes.studio.gallery.StyleMap;
import org.stylecodes.studio.http.Json;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.http.QueryParameters;
import org.stylecodes.studio.http.Routes;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.request.StyleResolver;
import org.stylecodes.studio.store.PictureInfo;
import org.stylecodes.studio.store.Style;
import org.stylecodes.studio.store.StyleCursor;
import org.stylecodes.studio.store.StyleQuery;
import org.stylecodes.studio.store.StyleRecords;
import org.stylecodes.studio.text.InputText;

/** The styles of the gallery: list, search, keep, change, remove, nearest styles, and the map. */
public final class StyleRoutes implements Routes {
    private static final int DEFAULT_PAGE = 24;
    private static final int MAX_PAGE = 200;
    private static final int MAX_WORDS = 10;
    private static final int MAX_SEARCH_LENGTH = 200;
    private static final Pattern COLOUR = Pattern.compile("#\\p{XDigit}{6}");
    private static final String NO_COLOUR = "#808080";

    /** A search for the styles nearest to a code, a picture or a colour, exactly one of which is given. */
    record Nearest(
            @Nullable String code,
            @Nullable String picture,
            @Nullable String colour,
            @Nullable Integer limit) {}

    /** A style that was found, with its distance: 0 to 2 between codes, or in CIELAB between colours. */
    record NearestStyle(StyleView style, double distance) {}

    /** A style on the map. */
    record MapEntry(
            String id,
            String shared,
            String name,
            double x,
            double y,
            String colour,
            @Nullable String thumbnail) {}

    private final LoadedModel model;
    private final Gallery gallery;
    private final StyleRecords styles;
    private final StyleResolver resolver;
    private final StyleViews views;

    /** @param resolver resolves the code or picture that a search names */
    public StyleRoutes(
            LoadedModel model, Gallery gallery, StyleRecords styles, StyleResolver resolver, StyleViews views) {
        this.model = model;
        this.gallery = gallery;
        this.styles = styles;
        this.resolver = resolver;
        this.views = views;
    }

    @Override
    public void add(JavalinConfig config) {
        RoutesConfig routes = config.routes;
        routes.get("/api/v1/styles", this::page);
        routes.post("/api/v1/styles", this::keep);
        routes.get("/api/v1/styles/{id}", context -> Json.write(context, 200, view(style(context.pathParam("id")))));
        routes.patch("/api/v1/styles/{id}", this::change);
        routes.delete("/api/v1/styles/{id}", this::remove);
        routes.post("/api/v1/codes/nearest", this::nearest);
        routes.get("/api/v1/map", this::map);
    }

    private void page(Context context) {
        StyleQuery query = query(context);
        int limit = QueryParameters.number(context, "limit", DEFAULT_PAGE, MAX_PAGE);
        StyleCursor after = cursor(context);
        List<Style> found = styles.page(query, order(context), limit + 1, after);
        List<Style> page = found.subList(0, Math.min(limit, found.size()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", views.of(page));
        answer.put(
                "next",
                found.size() > limit ? StyleCursor.of(page.get(limit - 1)).text() : null);
        answer.put("total", styles.count(query));
        answer.put("tags", styles.tags(query.model()));
        Json.write(context, 200, answer);
    }

    private static @Nullable StyleCursor cursor(Context context) {
        String text = context.queryParam("cursor");
        return text == null
                ? null
                : StyleCursor.parse(text).orElseThrow(() -> ProblemException.malformed(
                                "'cursor' is not the 'next' of a page; leave it out to get the first page")
                        .about("cursor"));
    }

    private StyleQuery query(Context context) {
        String search = QueryParameters.text(context, "q");
        String tag = QueryParameters.text(context, "tag");
        if (search.length() > MAX_SEARCH_LENGTH) {
            throw ProblemException.malformed(
                            "the search has " + search.length() + " characters; expected at most " + MAX_SEARCH_LENGTH)
                    .about("q");
        }
        return new StyleQuery(
                model.info().id(),
                Arrays.stream(search.split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MAX_WORDS)
                        .toList(),
                tag.isEmpty() ? null : tag,
                QueryParameters.bool(context, "favourite"));
    }

    private static StyleQuery.Order order(Context context) {
        String sort = Optional.ofNullable(context.queryParam("sort")).orElse("newest");
        return Arrays.stream(StyleQuery.Order.values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(sort))
                .findFirst()
                .orElseThrow(() -> ProblemException.malformed(
                                "'sort' is '" + sort + "'; expected newest, oldest, name or favourite")
                        .about("sort"));
    }

    private void keep(Context context) {
        StyleDraft draft = Json.read(context, StyleDraft.class);
        Json.required("code", draft.code());
        StyleView style = view(gallery.add(draft));
        context.header("Location", "/api/v1/styles/" + style.id());
        Json.write(context, 201, style);
    }

    private void change(Context context) {
        UUID id = style(context.pathParam("id")).id();
        StyleDraft draft = Json.read(context, StyleDraft.class);
        if (draft.code() != null) {
            throw ProblemException.impossible(
                            "the code of a style cannot be changed; keep the other code as a new style")
                    .about("code");
        }
        Style changed = gallery.change(id, draft).orElseThrow(StyleRoutes::unknown);
        Json.write(context, 200, view(changed));
    }

    private void remove(Context context) {
        if (!styles.remove(style(context.pathParam("id")).id())) {
            throw unknown();
        }
        context.status(204);
    }

    private void nearest(Context context) {
        Nearest wanted = Json.read(context, Nearest.class);
        int limit = wanted.limit() == null ? DEFAULT_PAGE : wanted.limit();
        if (limit < 1 || limit > MAX_PAGE) {
            throw new InvalidFieldException("limit", "the limit is " + limit + "; expected 1 to " + MAX_PAGE);
        }
        List<Gallery.Near> found = nearest(wanted, limit);
        List<StyleView> shown = views.of(found.stream().map(Gallery.Near::style).toList());
        List<NearestStyle> items = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            items.add(new NearestStyle(shown.get(i), found.get(i).distance()));
        }
        Json.write(context, 200, Map.of("items", items));
    }

    private List<Gallery.Near> nearest(Nearest wanted, int limit) {
        long ways = Stream.of(wanted.code() != null, wanted.picture() != null, wanted.colour() != null)
                .filter(given -> given)
                .count();
        if (ways != 1) {
            throw new InvalidFieldException(
                    wanted.colour() == null ? "code" : "colour",
                    "the search names a style in " + ways
                            + " ways; expected one of code, picture (the id of a picture) and colour (such as #8090a0)");
        }
        if (wanted.colour() == null) {
            StyleCode code = resolver.code("", new StyleJson(wanted.code(), wanted.picture(), null, null));
            return gallery.nearest(code, limit);
        }
        if (!COLOUR.matcher(wanted.colour()).matches()) {
            throw new InvalidFieldException(
                    "colour", "the colour is '" + wanted.colour() + "'; expected one such as #8090a0");
        }
        return gallery.nearest(wanted.colour(), limit);
    }

    private void map(Context context) {
        String id = model.info().id();
        StyleMap map = gallery.map();
        Json.write(
                context,
                200,
                Map.of(
                        "items",
                        gallery.summaries().stream()
                                .map(style -> placed(style, map.place(style.code()), id))
                                .toList()));
    }

    private static MapEntry placed(StyleRecords.Summary style, StyleMap.Place place, String model) {
        Optional<PictureInfo> picture = Optional.ofNullable(style.picture());
        return new MapEntry(
                style.id().toString(),
                new SharedCode(model, style.code()).toString(),
                style.name(),
                place.x(),
                place.y(),
                picture.map(info -> info.palette().get(0)).orElse(NO_COLOUR),
                picture.map(PictureView::thumbnail).orElse(null));
    }

    private StyleView view(Style style) {
        return views.of(style);
    }

    private Style style(String id) {
        return InputText.uuid(id).flatMap(styles::find).orElseThrow(StyleRoutes::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.missing("there is no style with this id in the gallery");
    }
}
