using System.Collections.Concurrent;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Tests.Shared.Data;

public sealed class OrderedIdTests
{
    [Fact]
    public void Create_ManyInARow_SortAsTheyWereMade()
    {
        var ids = Enumerable.Range(0, 20_000).Select(_ => OrderedId.Create().ToString()).ToList();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Create_FromManyThreads_NeverTheSameTwice()
    {
        var ids = new ConcurrentBag<Guid>();

        Parallel.For(0, 20_000, _ => ids.Add(OrderedId.Create()));

        Assert.Equal(20_000, ids.Distinct().Count());
    }

    [Fact]
    public void Create_One_IsAVersion7IdOfNow()
    {
        var id = OrderedId.Create();

        Assert.Equal((7, 2), (id.Version, id.Variant >> 2));
        var made = DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(id.ToString("N")[..12], 16));
        Assert.InRange(made, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
    }
}
