package org.heliograph.docs.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links lead somewhere, and from the index to every page. */
class PageLinksTest {
  private static final Path INDEX = Page.DOCS.resolve("README.md");

  @Test
  void noLinkOfAnyPageIsDead() throws IOException {
    List<Page> pages = new ArrayList<>(Page.below(Path.of("src")));
    pages.addAll(Page.below(Path.of(".github")));
    Stream.of("README.md", "CHANGELOG.md").map(Path::of).map(Page::read).forEach(pages::add);

    List<String> dead =
        pages.stream()
            .flatMap(
                page ->
                    page.links().stream()
                        .filter(link -> isDead(page, link))
                        .map(link -> page.file() + ": " + link))
            .toList();

    assertThat(pages).hasSizeGreaterThan(60);
    assertThat(dead).isEmpty();
  }

  @Test
  void deadLinkWouldBeNoticed() {
    Page page = Page.read(Page.DOCS.resolve("how-to/resume.md"));

    assertThat(isDead(page, "slow-clients.md")).isFalse();
    assertThat(isDead(page, "../reference/protocol.md#2-control-events")).isFalse();
    assertThat(isDead(page, "#how-much-is-kept")).isFalse();
    assertThat(isDead(page, "nowhere.md")).isTrue();
    assertThat(isDead(page, "slow-clients.md#nowhere")).isTrue();
    assertThat(isDead(page, "#nowhere")).isTrue();
  }

  @Test
  void indexLeadsToEveryPage() throws IOException {
    Set<Path> reached = new HashSet<>(Set.of(INDEX));
    for (Path list : List.of(INDEX, Page.DOCS.resolve("decisions/index.md"))) {
      Page page = Page.read(list);
      page.links().forEach(link -> reached.add(page.target(link)));
    }

    assertThat(Page.below(Page.DOCS))
        .allSatisfy(page -> assertThat(reached).as("links of the index").contains(page.file()));
  }

  private static boolean isDead(Page page, String link) {
    Path target = page.target(link);
    if (!Files.exists(target)) {
      return true;
    }
    String[] parts = link.split("#", 2);
    return parts.length == 2
        && target.toString().endsWith(".md")
        && !Page.read(target).anchors().contains(parts[1]);
  }
}
