namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>Divides slices over pages.</summary>
internal static class Pagination
{
    /// <summary>
    /// The pages, each at most <paramref name="height"/> tall, the last one at most <paramref name="lastHeight"/> since a
    /// strip to cut off may stand below it.
    /// </summary>
    public static List<List<Slice>> Pages(IReadOnlyList<Slice> slices, double height, double lastHeight)
    {
        var pages = Fill(slices, height);
        if (lastHeight < height && HeightOf(pages[^1]) > lastHeight)
        {
            var last = pages[^1];
            pages.RemoveAt(pages.Count - 1);
            pages.AddRange(Fill(last, lastHeight));
        }

        return pages;
    }

    private static List<List<Slice>> Fill(IReadOnlyList<Slice> slices, double height)
    {
        var pages = new List<List<Slice>> { new() };
        foreach (var group in Groups(slices))
        {
            if (group.Exists(slice => slice.TurnsPage))
            {
                if (pages[^1].Count > 0)
                {
                    pages.Add([]);
                }

                continue;
            }

            var isWhole = HeightOf(group) <= height;
            IEnumerable<List<Slice>> parts = isWhole ? [group] : group.Select(slice => new List<Slice> { slice });
            foreach (var part in parts)
            {
                if (HeightOf(pages[^1]) + HeightOf(part) > height)
                {
                    if (part.TrueForAll(slice => slice.IsGap))
                    {
                        continue;
                    }

                    Turn(pages, part.Find(slice => !slice.IsGap)!);
                }

                AddAll(pages, part);
            }
        }

        foreach (var page in pages)
        {
            while (page.Count > 0 && page[^1].IsGap)
            {
                page.RemoveAt(page.Count - 1);
            }
        }

        return pages;
    }

    /// <summary>Slices that stay together; a page break is a group of its own, whatever wants to stay with it.</summary>
    private static List<List<Slice>> Groups(IReadOnlyList<Slice> slices)
    {
        var groups = new List<List<Slice>>();
        var open = false;
        foreach (var slice in slices)
        {
            if (!open || slice.TurnsPage)
            {
                groups.Add([]);
            }

            groups[^1].Add(slice);
            open = slice is { KeepsWithNext: true, TurnsPage: false };
        }

        return groups;
    }

    private static void Turn(List<List<Slice>> pages, Slice first)
    {
        if (pages[^1].Count > 0)
        {
            pages.Add([]);
        }

        if (first.Head is { } head)
        {
            pages[^1].Add(head);
        }
    }

    private static void AddAll(List<List<Slice>> pages, List<Slice> group)
    {
        foreach (var slice in group)
        {
            if (!slice.IsGap || pages[^1].Count > 0)
            {
                pages[^1].Add(slice);
            }
        }
    }

    private static double HeightOf(List<Slice> slices) => slices.Sum(s => s.Height);
}
