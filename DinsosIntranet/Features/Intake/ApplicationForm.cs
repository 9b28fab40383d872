using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake;

/// <summary>A paper made of an application form, to be handed out at the counter.</summary>
public sealed record FormPaper(Guid LetterId, string Title);

/// <summary>
/// Another way than the first outcome by which a complete request leaves its entry step: it stays with whoever took it in, at
/// their own desk.
/// </summary>
public sealed record EntryWay(string Outcome, string Title, string? Detail);

/// <summary>One answer of the form as the page of the request shows it; a warning stands out.</summary>
public sealed record FormLine(string Label, string Text, bool IsWarning = false);

/// <summary>
/// The particulars a standard asks for beside its requirements. The standard's file names the form, the capability that owns
/// it registers it; a standard whose form is not registered takes nobody in.
/// </summary>
public interface IApplicationForm
{
    /// <summary>What stands in front of a field's name where it is refused: "Form.Detail" is the control "form-detail".</summary>
    const string Prefix = "Form.";

    /// <summary>As the standard's file names it.</summary>
    string Code { get; }

    /// <summary>The heading of its section on the page of a new request.</summary>
    string Title { get; }

    /// <summary>A component that derives from <see cref="ApplicationFormFields"/>.</summary>
    Type Component { get; }

    /// <summary>Whether the request may be made for somebody else than the one who came; a form may ask for a proxy instead.</summary>
    bool AsksForSubject { get; }

    /// <summary>What stands in the way of saving; fields carry <see cref="Prefix"/>.</summary>
    IReadOnlyList<Refusal> Check(IReadOnlyDictionary<string, string> answers);

    /// <summary>The way a complete request with these answers leaves its entry step; null for the standard's first outcome.</summary>
    EntryWay? Way(IReadOnlyDictionary<string, string> answers) => null;

    /// <summary>What was answered, for whoever may open the request.</summary>
    Task<IReadOnlyList<FormLine>> DescribeAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken);

    /// <summary>Saves the answers in the write that registers the request, and makes the papers the applicant takes home.</summary>
    Task<IReadOnlyList<FormPaper>> SaveAsync(WriteScope scope, ServiceRequest request, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken);
}

/// <summary>The fields of an application form on the page of a new request. What is typed goes into the draft at once.</summary>
public abstract class ApplicationFormFields : ComponentBase
{
    /// <summary>Part of the draft; a field is there once something was typed into it.</summary>
    [Parameter, EditorRequired]
    public required Dictionary<string, string> Answers { get; set; }

    /// <summary>The request's id, known from the beginning: scans belong to it.</summary>
    [Parameter, EditorRequired]
    public required Guid RequestId { get; set; }

    /// <summary>What is wrong with a field, by its name with the prefix.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string?> ErrorOf { get; set; }

    /// <summary>Raised with every key and choice.</summary>
    [Parameter, EditorRequired]
    public required EventCallback OnChanged { get; set; }
}
