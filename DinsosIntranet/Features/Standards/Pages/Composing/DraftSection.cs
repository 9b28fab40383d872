using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages.Composing;

/// <summary>One section of the page on which a standard is written.</summary>
public abstract class DraftSection : ComponentBase
{
    [Parameter, EditorRequired]
    public required StandardDraft Draft { get; set; }

    [Parameter, EditorRequired]
    public required ComposingChoices Choices { get; set; }

    [Parameter, EditorRequired]
    public required FormErrors Errors { get; set; }

    /// <summary>Raised with every change: other sections offer what this one names.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }

    protected Task ChangedAsync() => OnChanged.InvokeAsync();

    protected string IdOf(string part, int index, string name) => Errors.Id(StandardDraftRules.Field(part, index, name));

    protected string? ErrorOf(string part, int index, string name) => Errors.Of(StandardDraftRules.Field(part, index, name));

    /// <summary>Where an outcome may lead: the steps by number and title, then the endings.</summary>
    protected IEnumerable<NamedCode> Targets =>
        Draft.Steps.Select(s => new NamedCode(s.Id, $"Langkah {s.Number}: {s.ShortTitle}"))
            .Concat(Draft.Endings.Select(e => new NamedCode(e.Code, $"Akhir: {e.Name}")));

    protected static void Move<T>(List<T> list, int index, int by)
    {
        var item = list[index];
        list.RemoveAt(index);
        list.Insert(index + by, item);
    }
}
