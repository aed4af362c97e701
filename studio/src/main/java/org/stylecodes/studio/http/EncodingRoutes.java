package org.stylecodes.studio.http;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.stylecodes.studio.picture.MemoryFullException;

/** Pictures to codes. */
record EncodingRoutes(Workshop workshop) {
    /** What came of one picture: a code, or an error. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String name,
            @Nullable PictureView picture,
            @Nullable CodeView code,
            @Nullable Problem error) {}

    private record Encoded(PictureView kept, StyleCode code) {}

    /** What came of all. */
    record Answer(List<Item> items, @Nullable CodeView merged) {}

    void add(RoutesConfig routes) {
        routes.post("/api/v1/encodings", this::encode);
    }

    private void encode(Context context) {
        String model = workshop.models().info().id();
        Uploads uploads = new Uploads(workshop);
        List<UploadedFile> files =
                uploads.files(context, "pictures", workshop.limits().picturesPerRequest());
        List<Double> weights = weights(context.formParam("weights"), files.size());
        List<Item> items = new ArrayList<>();
        List<WeightedCode> codes = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            String name = Uploads.name(files.get(i));
            try {
                Encoded encoded = uploads.use(files.get(i), bytes -> uploads.use(bytes, name, this::encoded));
                codes.add(new WeightedCode(encoded.code(), weights.get(i)));
                items.add(new Item(name, encoded.kept(), CodeView.of(model, encoded.code()), null));
            } catch (PictureFormatException | ProblemException | MemoryFullException bad) {
                items.add(new Item(name, null, null, Failures.problem(bad)));
            }
        }
        boolean mixable = codes.stream().anyMatch(code -> code.weight() > 0);
        Json.write(context, 200, new Answer(items, mixable ? CodeView.of(model, StyleCode.mix(codes)) : null));
    }

    private Encoded encoded(Picture picture) {
        PictureView kept = PictureView.of(workshop.pictures().add(picture, Map.of()));
        return new Encoded(kept, workshop.encodings().encode(picture));
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
                throw ProblemException.malformed("the weights are no numbers between commas");
            }
        }
        if (weights.size() != count || weights.stream().anyMatch(weight -> !(weight >= 0 && weight <= 1e6))) {
            throw ProblemException.impossible("there are " + weights.size() + " weights for " + count
                    + " pictures; expected as many, each 0 to a million");
        }
        return weights;
    }
}
