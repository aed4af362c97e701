package org.stylecodes.studio.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stylecodes.code.StyleCode;
import org.stylecodes.code.WeightedCode;
import org.stylecodes.image.Picture;
import org.stylecodes.image.PictureFormatException;
import org.stylecodes.studio.error.OverloadedException;
import org.stylecodes.studio.http.ErrorMapper;
import org.stylecodes.studio.http.Json;
import org.stylecodes.studio.http.Problem;
import org.stylecodes.studio.http.ProblemException;
import org.stylecodes.studio.http.Routes;
import org.stylecodes.studio.http.Uploads;
import org.stylecodes.studio.limits.Limits;
import org.stylecodes.studio.model.EncodingQueue;
import org.stylecodes.studio.model.LoadedModel;
import org.stylecodes.studio.picture.PictureStore;

/** Encodes pictures as style codes. */
public final class EncodingRoutes implements Routes {
    /** The result for one picture: a code or an error. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String name,
            @Nullable PictureView picture,
            @Nullable CodeView code,
            @Nullable Problem error) {}

    private record Encoded(PictureView kept, StyleCode code) {}

    /**
     * The results for all pictures.
     *
     * @param merged the weighted mix of all codes; null if there is none
     */
    record EncodingResponse(List<Item> items, @Nullable CodeView merged) {}

    private final LoadedModel model;
    private final EncodingQueue encodings;
    private final PictureStore pictures;
    private final Uploads uploads;
    private final Limits limits;

    /** @param pictures keeps the uploaded pictures */
    public EncodingRoutes(
            LoadedModel model, EncodingQueue encodings, PictureStore pictures, Uploads uploads, Limits limits) {
        this.model = model;
        this.encodings = encodings;
        this.pictures = pictures;
        this.uploads = uploads;
        this.limits = limits;
    }

    @Override
    public void add(JavalinConfig config) {
        RoutesConfig routes = config.routes;
        routes.post("/api/v1/encodings", this::encode);
    }

    private void encode(Context context) {
        String modelId = model.info().id();
        List<UploadedFile> files = uploads.files(context, "pictures", limits.picturesPerRequest());
        List<Double> weights = weights(context.formParam("weights"), files.size());
        List<Item> items = new ArrayList<>();
        List<WeightedCode> codes = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String name = Uploads.name(files.get(i));
            try {
                Encoded encoded = uploads.use(files.get(i), bytes -> uploads.use(bytes, name, this::encoded));
                codes.add(new WeightedCode(encoded.code(), weights.get(i)));
                items.add(new Item(name, encoded.kept(), CodeView.of(modelId, encoded.code()), null));
            } catch (PictureFormatException | ProblemException | OverloadedException bad) {
                if (bad.getCause() instanceof OutOfMemoryError) { // which is the server's fault and has to be logged
                    throw bad;
                }
                items.add(new Item(name, null, null, ErrorMapper.problem(bad)));
            }
        }
        boolean mixable = codes.stream().anyMatch(code -> code.weight() > 0);
        Json.write(
                context, 200, new EncodingResponse(items, mixable ? CodeView.of(modelId, StyleCode.mix(codes)) : null));
    }

    private Encoded encoded(Picture picture) {
        PictureView kept = PictureView.of(pictures.add(picture, Map.of()));
        return new Encoded(kept, encodings.encode(picture));
    }

    private static List<Double> weights(@Nullable String text, int count) {
        if (text == null || text.isBlank()) {
            return Collections.nCopies(count, 1.0);
        }
        List<Double> weights = new ArrayList<>();
        for (String weight : text.split(",", -1)) {
            try {
                weights.add(Double.valueOf(weight.strip()));
            } catch (NumberFormatException e) {
                throw ProblemException.malformed(
                                "'weights' is not a list of numbers; expected numbers separated by commas")
                        .about("weights");
            }
        }
        if (weights.size() != count || weights.stream().anyMatch(weight -> !(weight >= 0 && weight <= 1e6))) {
            throw ProblemException.impossible("there are " + weights.size() + " weights for " + count
                            + " pictures; expected one weight per picture, each 0 to 1000000")
                    .about("weights");
        }
        return weights;
    }
}
