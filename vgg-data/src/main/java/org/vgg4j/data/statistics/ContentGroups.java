package org.vgg4j.data.statistics;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.SetMultimap;
import com.google.common.hash.HashCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.Split;

/** Finds images with equal digests. */
final class ContentGroups {
  private final Map<Split, ImageDataset> splits;
  private final SetMultimap<HashCode, Place> places =
      MultimapBuilder.linkedHashKeys().linkedHashSetValues(1).build();

  /** An image by its number in a split. */
  private record Place(Split split, int index) {}

  ContentGroups(Map<Split, ImageDataset> splits) {
    this.splits = splits;
  }

  /** Adds the images of a split; without a digest an image equals no other. */
  void add(Split split, List<Optional<HashCode>> digests) {
    for (int i = 0; i < digests.size(); i++) {
      Place place = new Place(split, i);
      digests.get(i).ifPresent(digest -> places.put(digest, place));
    }
  }

  /** What is there more than once, by the first image of each group. */
  ImmutableList<SameContent> groups() {
    return places.asMap().values().stream()
        .filter(group -> group.size() > 1)
        .map(this::group)
        .collect(ImmutableList.toImmutableList());
  }

  private SameContent group(Collection<Place> group) {
    return new SameContent(
        group.stream().map(place -> split(place).id(place.index())).toList(),
        group.stream().map(Place::split).distinct().count() > 1,
        group.stream().map(place -> split(place).label(place.index())).distinct().count() > 1);
  }

  private ImageDataset split(Place place) {
    return requireNonNull(splits.get(place.split()));
  }
}
