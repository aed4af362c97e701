package org.stylecodes.pipeline;

import java.nio.file.Path;
import org.stylecodes.Placement;
import org.stylecodes.StyleCodes;

/** Opens models that run on LibTorch. {@link StyleCodes} finds this class as a service. */
public final class ModelProvider implements StyleCodes.Provider {
    @Override
    public StyleCodes nano(Placement placement) {
        BuiltInModel model = BuiltInModel.find(ModelProvider.class.getClassLoader());
        return LocalModel.open(model.folder(), placement, model::close);
    }

    @Override
    public StyleCodes open(Path path, Placement placement) {
        return LocalModel.open(path, placement, () -> {});
    }
}
