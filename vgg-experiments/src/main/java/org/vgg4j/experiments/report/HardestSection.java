package org.vgg4j.experiments.report;

import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vgg4j.data.image.Filter;
import org.vgg4j.data.image.Resampler;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.eval.Posteriors;
import org.vgg4j.experiments.table.Numbers;

/** The images of whose true class the best network was least certain. */
record HardestSection(BestRow best, ImageDataset images) {
  private static final int IMAGES = 12;
  private static final int SIDE = 144;

  /** Nothing where these are other images. */
  Optional<Section> section() {
    Map<String, Integer> places = places();
    List<Integer> hardest = hardest();
    if (!hardest.stream().allMatch(image -> places.containsKey(id(image)))) {
      return Optional.empty();
    }
    Markup body = new Markup().element("p", best.name());
    body.open("div", Attribute.style("pictures"));
    hardest.forEach(image -> body.add(figure(image, places.getOrDefault(id(image), 0))));
    return Optional.of(new Section("hardest", "The hardest images", body.close("div")));
  }

  private ImmutableMap<String, Integer> places() {
    return IntStream.range(0, images.size())
        .boxed()
        .collect(ImmutableMap.toImmutableMap(images::id, index -> index));
  }

  private List<Integer> hardest() {
    Posteriors posteriors = best.posteriors();
    return IntStream.range(0, posteriors.images())
        .boxed()
        .sorted(Comparator.comparingDouble(this::truth))
        .limit(IMAGES)
        .toList();
  }

  private double truth(int image) {
    return best.posteriors().of(image, best.posteriors().label(image));
  }

  private String id(int image) {
    return best.posteriors().ids().get(image);
  }

  private Markup figure(int image, int place) {
    String is = best.className(best.posteriors().label(image));
    String taken = best.takenFor(image).map(other -> " taken for " + other).orElse(" right");
    double sure = 100 * best.posteriors().of(image, best.posteriors().likeliest(image));
    return new Markup()
        .open("figure")
        .add(
            Picture.thumbnail(images.image(place), SIDE, new Resampler(Filter.BILINEAR), id(image)))
        .open("figcaption")
        .element("strong", is)
        .text(taken + ", " + Numbers.oneDecimal(sure) + " % sure")
        .close("figcaption")
        .close("figure");
  }
}
