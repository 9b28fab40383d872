using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.App;

/// <summary>Tells the frame who is signed in to this circuit, with the rights they hold now.</summary>
public abstract class ActorAccessor
{
    /// <summary>The signed-in person; null where nobody is, or the account is no longer active.</summary>
    public abstract ValueTask<Actor?> GetAsync();

    /// <summary>Writes to the trail that the signed-in person was refused the page at <paramref name="path"/>.</summary>
    public abstract ValueTask RecordRefusalAsync(string path);
}
