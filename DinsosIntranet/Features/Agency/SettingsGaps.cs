namespace DinsosIntranet.Features.Agency;

/// <summary>Something an administrator has still to set before the agency can work as it should.</summary>
/// <param name="Order">What must come first stands first.</param>
/// <param name="Text">What is missing, and what comes of it; counted, without personal data.</param>
/// <param name="Href">Where it is set.</param>
/// <param name="Section">What that page is called.</param>
public sealed record SettingsGap(int Order, string Text, string Href, string Section);

/// <summary>
/// Tells what is missing, from what there is: nothing is ticked off or remembered, so that it comes back when it is missing
/// again. Each capability with something to set registers one.
/// </summary>
public abstract class SettingsGaps
{
    public abstract Task<IReadOnlyList<SettingsGap>> ReadAsync(CancellationToken cancellationToken);
}
