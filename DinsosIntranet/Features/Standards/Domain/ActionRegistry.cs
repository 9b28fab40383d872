namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>
/// The one place that knows which actions exist and which of them have a panel. A standard with a step whose panel is not
/// built yet is shown and drawn, but takes nobody in, whatever its file says.
/// </summary>
public sealed class ActionRegistry
{
    private readonly Dictionary<string, StepAction> _actions;
    private readonly Dictionary<string, ActionPanel> _panels = [];

    public ActionRegistry(IEnumerable<StepAction> actions, IEnumerable<ActionPanel> panels)
    {
        _actions = actions.ToDictionary(a => a.Code);
        Codes = _actions.Keys.ToHashSet();
        foreach (var panel in panels)
        {
            if (!_actions.ContainsKey(panel.Action) || !_panels.TryAdd(panel.Action, panel))
            {
                throw new InvalidOperationException($"The panel {panel.Component.Name} is for the action '{panel.Action}', which is unknown or has a panel already.");
            }
        }
    }

    public IReadOnlySet<string> Codes { get; }

    public StepAction Action(string code) => _actions[code];

    /// <summary>The component to show at a step of this action; null while it is not built.</summary>
    public Type? Panel(string code) => _panels.GetValueOrDefault(code)?.Component;

    /// <summary>The component for a rahasia request: only one that shows nothing of its content.</summary>
    public Type? PanelWithoutContent(string code) => _panels.GetValueOrDefault(code) is { ShowsNoContent: true } panel ? panel.Component : null;

    /// <summary>The actions of this standard that have no panel yet.</summary>
    public IReadOnlyList<StepAction> Unbuilt(ServiceStandard standard) =>
        [.. standard.Steps.Select(s => s.Action).Distinct().Where(code => !_panels.ContainsKey(code)).Select(Action)];

    /// <summary>Whether a step of this standard belongs to the capability, so that its particulars are asked for at the counter.</summary>
    public bool Uses(ServiceStandard standard, string capability) => standard.Steps.Any(s => _actions[s.Action].Capability == capability);

    /// <summary>Whether a letter of this standard is made by the program; where none is, what is handed over was made on paper.</summary>
    public bool PreparesLetter(ServiceStandard standard) => standard.Steps.Any(s => _actions[s.Action].PreparesLetter);

    public bool TakesIn(ServiceStandard standard) => standard.IntakeOpen && Unbuilt(standard).Count == 0;

    /// <summary>
    /// Whether the counter offers it: an internal procedure is opened by the capability it belongs to, and so are a case and a
    /// repatriation, whose people never enter the records of persons.
    /// </summary>
    public bool TakesInAtCounter(ServiceStandard standard) => !standard.IsInternal && !IsCase(standard) && !Uses(standard, "Repatriation") && TakesIn(standard);

    /// <summary>Whether its requests have the file of a victim's case.</summary>
    public bool IsCase(ServiceStandard standard) => standard.Confidentiality == Confidentiality.Secret && Uses(standard, "VictimCases");
}
