package org.vgg4j.eval.statistics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import org.vgg4j.core.Problem;
import org.vgg4j.eval.Posteriors;

/** What the classes of a store are called; their numbers from 0 on where it does not tell. */
public final class ClassNames {
  /** The entry of a store under which the names are a JSON list, in the order of the posteriors. */
  private static final String KEY = "classNames";

  private ClassNames() {}

  /** One name a class. */
  public static ImmutableList<String> of(Posteriors posteriors) {
    ImmutableList<String> told = told(posteriors);
    return told.size() == posteriors.classes()
        ? told
        : IntStream.range(0, posteriors.classes())
            .mapToObj(Integer::toString)
            .collect(ImmutableList.toImmutableList());
  }

  /**
   * The names that the store tells; none where it does not.
   *
   * @throws Problem if they are no list of texts
   */
  static ImmutableList<String> told(Posteriors posteriors) {
    try {
      String names = posteriors.madeFrom().getOrDefault(KEY, "[]");
      return ImmutableList.copyOf(new ObjectMapper().readValue(names, String[].class));
    } catch (JsonProcessingException e) {
      throw Problem.data(
              "classNames of a store",
              "are no list of texts (" + e.getOriginalMessage() + ")",
              "evaluate again")
          .causedBy(e);
    }
  }
}
