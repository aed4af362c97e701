package org.stylecodes.train.stage;

import java.nio.file.Path;
import org.stylecodes.Placement;
import org.stylecodes.format.ModelFolder;
import org.stylecodes.format.Part;
import org.stylecodes.train.config.RunConfig;
import org.stylecodes.train.data.CaptionedLatents;
import org.stylecodes.train.data.LatentCache;
import org.stylecodes.train.parallel.Replicas;
import org.stylecodes.vae.Autoencoder;
import org.stylecodes.vae.VaeConfig;

/** The training and validation data of a denoiser, as latents with captions. */
record LatentSets(CaptionedLatents training, CaptionedLatents unseen) {
    /** Encodes both data sets with the autoencoder of the model folder. */
    static LatentSets of(StageInput input, RunConfig run, Replicas replicas) {
        // The cache is beside the folders of the runs, because two stages need the same latents.
        Path cache = Path.of(run.run()).resolveSibling("latents");
        try (ModelFolder folder = input.parts().open(Part.VAE)) {
            Autoencoder vae = Autoencoder.of(
                    VaeConfig.of(folder.config(Part.VAE)), folder.weights(Part.VAE, Placement.on(input.device())));
            StageInput.requireDivisible("size of pictures", input.training().size(), vae.config());
            StageInput.requireDivisible(
                    "size of unseen pictures", input.unseen().size(), vae.config());
            LatentCache cached = new LatentCache(cache, folder.path().resolve(Part.VAE.folder()));
            return new LatentSets(
                    new CaptionedLatents(input.training(), cached.of(vae, input.device(), input.training(), replicas)),
                    new CaptionedLatents(input.unseen(), cached.of(vae, input.device(), input.unseen(), replicas)));
        }
    }
}
