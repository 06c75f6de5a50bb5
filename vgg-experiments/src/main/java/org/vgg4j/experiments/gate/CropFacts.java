package org.vgg4j.experiments.gate;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vgg4j.core.Seed;
import org.vgg4j.core.spec.PaperNetworks;
import org.vgg4j.data.augment.Augmentation;
import org.vgg4j.data.augment.Sample;
import org.vgg4j.data.augment.ScaleRange;
import org.vgg4j.data.image.ImageSize;
import org.vgg4j.data.image.Window;
import org.vgg4j.eval.Technique.View;
import org.vgg4j.eval.TestProtocol;

/**
 * Where crops lie: those of the test protocols on photographs, and what a seed gives in training.
 */
final class CropFacts {
  private static final int SAMPLES = 6;

  private static final ImmutableList<String> PROTOCOLS =
      ImmutableList.of(
          "dense|Q=256", "center-crop|Q=256", "ten-crop|Q=256", "multi-crop|Q=384|grid=5x5");

  /** One side odd, so that halves are rounded. */
  private static final ImmutableList<ImageSize> PHOTOGRAPHS =
      ImmutableList.of(new ImageSize(375, 500), new ImageSize(501, 334));

  private CropFacts() {}

  /** One text for each protocol and photograph, by name. */
  static Map<String, String> all() {
    Map<String, String> facts = new TreeMap<>();
    for (ImageSize photograph : PHOTOGRAPHS) {
      for (String protocol : PROTOCOLS) {
        facts.put(
            "crops of " + protocol + " on " + photograph,
            tested(TestProtocol.parse(protocol), photograph));
      }
      facts.put("crops of training on " + photograph, trained(photograph));
    }
    return ImmutableMap.copyOf(facts);
  }

  private static String tested(TestProtocol protocol, ImageSize photograph) {
    int scale = protocol.testScales().get(0);
    Sample sample = protocol.technique().seen(photograph, scale, PaperNetworks.CROP);
    ImageSize seen = sample.window().size();
    List<Window> windows =
        protocol.technique().views().stream()
            .flatMap((View view) -> view.windows(seen, PaperNetworks.CROP).stream())
            .toList();
    return of(sample) + " in it" + places(windows);
  }

  private static String places(List<Window> windows) {
    return " " + Joiner.on(' ').join(windows.stream().map(w -> w.y() + "," + w.x()).toList());
  }

  private static String trained(ImageSize photograph) {
    Augmentation augmentation =
        new Augmentation(ScaleRange.parse("256..512"), PaperNetworks.CROP, true);
    return Joiner.on("; ")
        .join(
            IntStream.range(0, SAMPLES)
                .mapToObj(i -> of(augmentation.sample(photograph, new Seed(1).at(i))))
                .toList());
  }

  private static String of(Sample sample) {
    Window window = sample.window();
    return String.format(
        Locale.ROOT,
        "%s at %d,%d of %s%s",
        window.size(),
        window.y(),
        window.x(),
        sample.rescaled(),
        sample.flipped() ? " mirrored" : "");
  }
}
