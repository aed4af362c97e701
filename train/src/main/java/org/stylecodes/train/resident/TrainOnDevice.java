package org.stylecodes.train.resident;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.stylecodes.train.drawing.DrawingPack;

/** Trains a model from a pack of drawings: {@code TrainOnDevice PLAN PACK}. */
public final class TrainOnDevice {
    private TrainOnDevice() {}

    /** Runs the plan in the file of the first argument with the pack of the second. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ResidentTraining.Plan plan =
                new ObjectMapper().readValue(Path.of(arguments[0]).toFile(), ResidentTraining.Plan.class);
        IllustrationSource source = new IllustrationSource(
                DrawingPack.open(Path.of(arguments[1])), plan.size(), plan.firstStyle(), plan.unseen());
        new ResidentTraining(plan, source, System.out).run();
    }
}
