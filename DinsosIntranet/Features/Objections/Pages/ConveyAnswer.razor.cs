using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>What is typed when the answer goes out, and afterwards of what the applicant said to it.</summary>
public sealed record ConveyInput
{
    public DeliveryWay? Way { get; set; }

    public ObjectionResponse? Response { get; set; }

    public string Note { get; set; } = "";
}

/// <summary>The answer goes out; afterwards the applicant's word on it is noted.</summary>
public sealed partial class ConveyAnswer
{
    protected override FormErrors Errors { get; } = new("sampai");

    protected override string DraftName => "sampai";

    protected override void Begin(ConveyInput input) => (input.Response, input.Note) = (View.Objection.Response, View.Objection.ResponseNote ?? "");

    private Task ConveyAsync() => RunAsync(act => Service.ConveyAsync(View.Objection.Id, Input.Way, act), "Tanggapan dicatat sudah disampaikan.");

    private Task RespondAsync() => RunAsync(act => Service.RespondAsync(View.Objection.Id, Input.Response, Input.Note, act), "Respons pemohon dicatat.");
}
