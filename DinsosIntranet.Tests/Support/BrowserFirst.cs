using DinsosIntranet.Tests.Support;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("DinsosIntranet.Tests.Support." + nameof(BrowserFirst), "DinsosIntranet.Tests")]

namespace DinsosIntranet.Tests.Support;

/// <summary>
/// What a browser walks takes longest and runs one after another; started by chance, it often began when all else was done
/// and left half the machine idle. It begins first, beside the rest.
/// </summary>
public sealed class BrowserFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(c => c.DisplayName == BrowserCollection.Name ? 0 : c.DisplayName.Contains(".Journeys.", StringComparison.Ordinal) ? 1 : 2);
}
