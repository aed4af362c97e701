--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: flyway_schema_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);


--
-- Name: jobs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.jobs (
    id text NOT NULL,
    kind text NOT NULL,
    priority integer NOT NULL,
    state text NOT NULL,
    request text NOT NULL,
    picture integer NOT NULL,
    pictures integer NOT NULL,
    step integer NOT NULL,
    steps integer NOT NULL,
    seconds_left double precision,
    error text,
    cancelled integer DEFAULT 0 NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    worker text,
    heartbeat_at bigint,
    created_at bigint NOT NULL,
    started_at bigint,
    finished_at bigint,
    init text,
    model text,
    server_failed integer DEFAULT 0 NOT NULL
);


--
-- Name: pictures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pictures (
    id text NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    palette text NOT NULL,
    created_at bigint NOT NULL,
    used_at bigint DEFAULT 0 NOT NULL
);


--
-- Name: results; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.results (
    job text NOT NULL,
    number integer NOT NULL,
    seed bigint NOT NULL,
    picture text NOT NULL
);


--
-- Name: samples; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.samples (
    model text NOT NULL,
    code text NOT NULL,
    prompt text NOT NULL,
    picture text,
    job text NOT NULL
);


--
-- Name: styles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.styles (
    id text NOT NULL,
    model text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    note text NOT NULL,
    favourite integer NOT NULL,
    reference text,
    name_key text NOT NULL,
    search text NOT NULL,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL
);


--
-- Name: tags; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tags (
    style text NOT NULL,
    tag text NOT NULL
);


--
-- Data for Name: flyway_schema_history; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.flyway_schema_history VALUES (1, '1', 'studio', 'SQL', 'V1__studio.sql', 1765567613, 'studio', '2026-11-26 22:20:13.320515', 428, true);
INSERT INTO public.flyway_schema_history VALUES (2, '2', 'clean up', 'SQL', 'V2__clean_up.sql', 2050318358, 'studio', '2026-11-26 22:20:14.376446', 587, true);
INSERT INTO public.flyway_schema_history VALUES (3, '3', 'job model', 'SQL', 'V3__job_model.sql', 1990871788, 'studio', '2026-11-26 22:20:15.214335', 77, true);
INSERT INTO public.flyway_schema_history VALUES (4, '4', 'orders', 'SQL', 'V4__orders.sql', -1321490904, 'studio', '2026-11-26 22:20:15.444228', 568, true);


--
-- Data for Name: jobs; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.jobs VALUES ('b0cbf6f0-347d-4788-a5dc-bcba4a8d668a', 'GENERATION', 0, 'DONE', '{"prompt":"a house","negative":"","styles":[{"code":"stylecodes:RIgP_58waM-Dx3A5idNoQc","weight":2.0},{"code":"stylecodes:-IgP_58waM-Dx3A5idNoCJ","weight":1.0}],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":4,"sampler":"DDIM","seed":5,"count":2,"width":64,"height":72}', 2, 2, 4, 4, NULL, NULL, 0, 1, NULL, NULL, 1795731663677, 1795731663696, 1795731665091, NULL, 'stylecodes', 0);
INSERT INTO public.jobs VALUES ('366e244c-71d9-4f09-8c4e-6e03c0c6b742', 'SAMPLE', 2, 'DONE', '{"prompt":"a boat by the sea","negative":"","styles":[{"code":"stylecodes:RIgP_58waM-Dx3A5idNoQc","weight":1.0}],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":20,"sampler":"DDIM","seed":1,"count":1,"width":128,"height":128}', 1, 1, 20, 20, NULL, NULL, 0, 1, NULL, NULL, 1795731647679, 1795731654666, 1795731658532, NULL, 'stylecodes', 0);
INSERT INTO public.jobs VALUES ('a37c6a18-7da4-4ec7-ac32-d597bb3f869c', 'GENERATION', 0, 'CANCELLED', '{"prompt":"given up as it waited","negative":"","styles":[],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":4,"sampler":"DDIM","seed":1,"count":1,"width":128,"height":128}', 0, 1, 0, 4, NULL, NULL, 1, 0, NULL, NULL, 1795731666407, NULL, 1795731667400, NULL, 'stylecodes', 0);
INSERT INTO public.jobs VALUES ('91c9352b-a337-4ee7-9c1b-ec67c9527cf9', 'GENERATION', 0, 'DONE', '{"prompt":"a house again","negative":"","styles":[],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":4,"sampler":"DDIM","seed":6,"count":1,"width":64,"height":64,"init":"a3f18bb06bcdc26b08bf4b5d4c278ac279c6db1818dea704df0bbfc2d5556577","initStrength":0.7}', 1, 1, 4, 4, NULL, NULL, 0, 1, NULL, NULL, 1795731663782, 1795731665101, 1795731665830, 'a3f18bb06bcdc26b08bf4b5d4c278ac279c6db1818dea704df0bbfc2d5556577', 'stylecodes', 0);
INSERT INTO public.jobs VALUES ('1b49b3a2-4133-4a34-884b-f66538f6a321', 'SAMPLE', 2, 'DONE', '{"prompt":"a house on a hill","negative":"","styles":[{"code":"stylecodes:RIgP_58waM-Dx3A5idNoQc","weight":1.0}],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":20,"sampler":"DDIM","seed":1,"count":1,"width":128,"height":128}', 1, 1, 20, 20, NULL, NULL, 0, 1, NULL, NULL, 1795731647506, 1795731647725, 1795731654659, NULL, 'stylecodes', 0);
INSERT INTO public.jobs VALUES ('91abe54d-8dfb-4ef7-88b4-4ec298abd14c', 'SAMPLE', 2, 'DONE', '{"prompt":"a cat in a field","negative":"","styles":[{"code":"stylecodes:RIgP_58waM-Dx3A5idNoQc","weight":1.0}],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":20,"sampler":"DDIM","seed":1,"count":1,"width":128,"height":128}', 1, 1, 20, 20, NULL, NULL, 0, 1, NULL, NULL, 1795731647698, 1795731658558, 1795731662807, NULL, 'stylecodes', 0);
INSERT INTO public.jobs VALUES ('bd37e97c-4328-47a7-b70d-83ea905a80b7', 'GENERATION', 0, 'CANCELLED', '{"prompt":"given up as it was drawn","negative":"","styles":[],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":200,"sampler":"DDIM","seed":1,"count":2,"width":128,"height":128}', 1, 2, 11, 200, NULL, NULL, 1, 1, NULL, NULL, 1795731666202, 1795731666210, 1795731667650, NULL, 'stylecodes', 0);
INSERT INTO public.jobs VALUES ('6cbe2237-689e-46c2-9165-9ff142a3f316', 'SAMPLE', 2, 'QUEUED', '{"prompt":"a house on a hill","negative":"","styles":[{"code":"stylecodes:-IgP_58waM-Dx3A5idNoCJ","weight":1.0}],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":20,"sampler":"DDIM","seed":1,"count":1,"width":128,"height":128}', 0, 1, 0, 20, NULL, NULL, 0, 0, NULL, NULL, 1795731668198, NULL, NULL, NULL, 'stylecodes', 0);
INSERT INTO public.jobs VALUES ('79abee7a-19e1-443c-a369-4d51816ac7e5', 'GENERATION', 0, 'FAILED', '{"prompt":"whose picture is gone","negative":"","styles":[],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":4,"sampler":"DDIM","seed":1,"count":1,"width":128,"height":128,"init":"286ec4b93a02107a04398a5e8740e529e619d4cb5c58fc89683a302de0671f52","initStrength":0.7}', 0, 1, 0, 4, NULL, 'the picture is not kept any more, since nothing had named it for a long time; send it again', 0, 1, NULL, NULL, 1795731666607, 1795731667661, 1795731667670, '286ec4b93a02107a04398a5e8740e529e619d4cb5c58fc89683a302de0671f52', 'stylecodes', 0);
INSERT INTO public.jobs VALUES ('640adcfd-74fb-4095-a09d-d308b5d834b1', 'GENERATION', 0, 'FAILED', '{"prompt":"whose picture is damaged","negative":"","styles":[],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":4,"sampler":"DDIM","seed":1,"count":1,"width":128,"height":128,"init":"540db0b2603993ec35f6c961f17ba73df754b4916ca3dad103bdd271efd01063","initStrength":0.7}', 0, 1, 0, 4, NULL, 'something went wrong in the server, which has noted it', 0, 1, NULL, NULL, 1795731666710, 1795731667686, 1795731667753, '540db0b2603993ec35f6c961f17ba73df754b4916ca3dad103bdd271efd01063', 'stylecodes', 1);
INSERT INTO public.jobs VALUES ('d599e6c4-42d7-47c9-8346-9b56d641cd51', 'SAMPLE', 2, 'QUEUED', '{"prompt":"a boat by the sea","negative":"","styles":[{"code":"stylecodes:-IgP_58waM-Dx3A5idNoCJ","weight":1.0}],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":20,"sampler":"DDIM","seed":1,"count":1,"width":128,"height":128}', 0, 1, 0, 20, NULL, NULL, 0, 0, NULL, NULL, 1795731668216, NULL, NULL, NULL, 'stylecodes', 0);
INSERT INTO public.jobs VALUES ('a79b5ae4-09b6-4a86-9025-75f9153a4c9b', 'SAMPLE', 2, 'QUEUED', '{"prompt":"a cat in a field","negative":"","styles":[{"code":"stylecodes:-IgP_58waM-Dx3A5idNoCJ","weight":1.0}],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":20,"sampler":"DDIM","seed":1,"count":1,"width":128,"height":128}', 0, 1, 0, 20, NULL, NULL, 0, 0, NULL, NULL, 1795731668234, NULL, NULL, NULL, 'stylecodes', 0);
INSERT INTO public.jobs VALUES ('e9da4b1d-fe66-4936-9716-c9798affa066', 'GENERATION', 0, 'QUEUED', '{"prompt":"it waits","negative":"","styles":[],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":3,"sampler":"DDIM","seed":3,"count":1,"width":64,"height":64}', 0, 1, 0, 3, NULL, NULL, 0, 0, NULL, NULL, 1795731668336, NULL, NULL, NULL, 'stylecodes', 0);
INSERT INTO public.jobs VALUES ('7dd541fe-70ad-4345-b805-c706bbfde7aa', 'GENERATION', 0, 'RUNNING', '{"prompt":"half of it is drawn","negative":"","styles":[],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":60,"sampler":"DDIM","seed":2,"count":2,"width":128,"height":128}', 2, 2, 3, 60, 6.9, NULL, 0, 1, 'fb8ed80e-6404-4e8c-9958-d71332fa7a19', 1795731675786, 1795731668090, 1795731668099, NULL, NULL, 'stylecodes', 0);
INSERT INTO public.jobs VALUES ('61144c01-cdc0-44d3-b697-46a86a128e05', 'GENERATION', 0, 'QUEUED', '{"prompt":"it waits with styles","negative":"a dog, a fence","styles":[{"code":"stylecodes:RIgP_58waM-Dx3A5idNoQc","weight":3.0},{"code":"stylecodes:-IgP_58waM-Dx3A5idNoCJ","weight":0.5}],"strength":0.7,"guidance":3.5,"styleGuidance":1.5,"guidanceMode":"separate","steps":5,"sampler":"Euler a","seed":9007199254740993,"count":2,"width":72,"height":64}', 0, 2, 0, 5, NULL, NULL, 0, 0, NULL, NULL, 1795731668523, NULL, NULL, NULL, 'stylecodes', 0);
INSERT INTO public.jobs VALUES ('65dc1fa0-92f1-4d8b-9cf7-6484158513b1', 'GENERATION', 0, 'QUEUED', '{"prompt":"it waits with a picture","negative":"","styles":[],"strength":0.9,"guidance":3.0,"guidanceMode":"reference","steps":6,"sampler":"DDIM","seed":4,"count":1,"width":64,"height":64,"init":"a3f18bb06bcdc26b08bf4b5d4c278ac279c6db1818dea704df0bbfc2d5556577","initStrength":0.6}', 0, 1, 0, 6, NULL, NULL, 0, 0, NULL, NULL, 1795731668718, NULL, NULL, 'a3f18bb06bcdc26b08bf4b5d4c278ac279c6db1818dea704df0bbfc2d5556577', 'stylecodes', 0);


--
-- Data for Name: pictures; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.pictures VALUES ('bd99ccc48d0a74062eacff4f03553cea6c0f8d4e957bf0a8b17ff501123ea7a7', 48, 48, '#fdebf7 #d9d0a8 #c2be74 #17798a #d4f2fa #79b9c6', 1795731645734, 1795731647401);
INSERT INTO public.pictures VALUES ('cdacef378c97dc3d469800be650f75a76002ea66947fe7700f3ca9b94f6adbc3', 128, 128, '#78a666 #02b802 #77a801 #018802 #878669 #01fd00', 1795731654630, 1795731654630);
INSERT INTO public.pictures VALUES ('566924f5c3fdac83c790b1a98d34743bcddea0b6ea583212dacd5a4eb2570b14', 128, 128, '#87a866 #018702 #68a901 #01c701 #889878 #02fd00', 1795731658446, 1795731658446);
INSERT INTO public.pictures VALUES ('4faa1766dcce8b917b9a80524a13d4b9d437ff226a4d45d6949a928a260c13cf', 128, 128, '#779748 #02c500 #678865 #029501 #88a702 #01fd00', 1795731662702, 1795731662702);
INSERT INTO public.pictures VALUES ('7a8c94c60edc94df140461c50a90ae2fea3dbfd18460ea6b5b33067935a703bf', 64, 72, '#79a965 #67c757 #02fc01 #01a602 #788789 #869a77', 1795731664312, 1795731664312);
INSERT INTO public.pictures VALUES ('cea39bf04e8457ba88f092a2948231c0b81ce1041fc22a852bb2ca3c89e07a15', 64, 72, '#01c501 #37b969 #01fc00 #96a666 #009900 #68a602', 1795731665065, 1795731665065);
INSERT INTO public.pictures VALUES ('07fe181c8d91e6ed3d7e0ff8b1ee5392be2ad654265dfcf52144daff181ab0e5', 64, 64, '#78a777 #01fc02 #79a546 #01b701 #788767 #78b502', 1795731665790, 1795731665790);
INSERT INTO public.pictures VALUES ('286ec4b93a02107a04398a5e8740e529e619d4cb5c58fc89683a302de0671f52', 48, 48, '#12ecc0 #c80c30 #0c6ab8 #3a3934 #18a88a #1d283b', 1795731646002, 1795731666607);
INSERT INTO public.pictures VALUES ('540db0b2603993ec35f6c961f17ba73df754b4916ca3dad103bdd271efd01063', 48, 48, '#2b2204 #69634b #89520a #fdbab3 #a57b45 #59330b', 1795731646684, 1795731666710);
INSERT INTO public.pictures VALUES ('a3f18bb06bcdc26b08bf4b5d4c278ac279c6db1818dea704df0bbfc2d5556577', 48, 48, '#454768 #002c48 #031615 #2783b9 #a8a8b7 #75f0e6', 1795731645892, 1795731668718);
INSERT INTO public.pictures VALUES ('f106931c0970542080374ee931f253e495a5852420780c93a12d634792803834', 128, 128, '#02b701 #77b656 #769767 #02fd00 #699889 #56a568', 1795731675350, 1795731675350);


--
-- Data for Name: results; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.results VALUES ('1b49b3a2-4133-4a34-884b-f66538f6a321', 0, 1, 'cdacef378c97dc3d469800be650f75a76002ea66947fe7700f3ca9b94f6adbc3');
INSERT INTO public.results VALUES ('366e244c-71d9-4f09-8c4e-6e03c0c6b742', 0, 1, '566924f5c3fdac83c790b1a98d34743bcddea0b6ea583212dacd5a4eb2570b14');
INSERT INTO public.results VALUES ('91abe54d-8dfb-4ef7-88b4-4ec298abd14c', 0, 1, '4faa1766dcce8b917b9a80524a13d4b9d437ff226a4d45d6949a928a260c13cf');
INSERT INTO public.results VALUES ('b0cbf6f0-347d-4788-a5dc-bcba4a8d668a', 0, 5, '7a8c94c60edc94df140461c50a90ae2fea3dbfd18460ea6b5b33067935a703bf');
INSERT INTO public.results VALUES ('b0cbf6f0-347d-4788-a5dc-bcba4a8d668a', 1, 6, 'cea39bf04e8457ba88f092a2948231c0b81ce1041fc22a852bb2ca3c89e07a15');
INSERT INTO public.results VALUES ('91c9352b-a337-4ee7-9c1b-ec67c9527cf9', 0, 6, '07fe181c8d91e6ed3d7e0ff8b1ee5392be2ad654265dfcf52144daff181ab0e5');
INSERT INTO public.results VALUES ('7dd541fe-70ad-4345-b805-c706bbfde7aa', 0, 2, 'f106931c0970542080374ee931f253e495a5852420780c93a12d634792803834');


--
-- Data for Name: samples; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.samples VALUES ('stylecodes', 'RIgP_58waM-Dx3A5idNo', 'a house on a hill', 'cdacef378c97dc3d469800be650f75a76002ea66947fe7700f3ca9b94f6adbc3', '1b49b3a2-4133-4a34-884b-f66538f6a321');
INSERT INTO public.samples VALUES ('stylecodes', 'RIgP_58waM-Dx3A5idNo', 'a boat by the sea', '566924f5c3fdac83c790b1a98d34743bcddea0b6ea583212dacd5a4eb2570b14', '366e244c-71d9-4f09-8c4e-6e03c0c6b742');
INSERT INTO public.samples VALUES ('stylecodes', 'RIgP_58waM-Dx3A5idNo', 'a cat in a field', '4faa1766dcce8b917b9a80524a13d4b9d437ff226a4d45d6949a928a260c13cf', '91abe54d-8dfb-4ef7-88b4-4ec298abd14c');
INSERT INTO public.samples VALUES ('stylecodes', '-IgP_58waM-Dx3A5idNo', 'a house on a hill', NULL, '6cbe2237-689e-46c2-9165-9ff142a3f316');
INSERT INTO public.samples VALUES ('stylecodes', '-IgP_58waM-Dx3A5idNo', 'a boat by the sea', NULL, 'd599e6c4-42d7-47c9-8346-9b56d641cd51');
INSERT INTO public.samples VALUES ('stylecodes', '-IgP_58waM-Dx3A5idNo', 'a cat in a field', NULL, 'a79b5ae4-09b6-4a86-9025-75f9153a4c9b');


--
-- Data for Name: styles; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.styles VALUES ('1a9ec0c0-a9b6-487f-986e-6ad5d9325120', 'stylecodes', 'RIgP_58waM-Dx3A5idNo', 'Harbour at dusk', 'From a box in the attic.', 1, 'bd99ccc48d0a74062eacff4f03553cea6c0f8d4e957bf0a8b17ff501123ea7a7', 'harbour at dusk', 'harbour at dusk
from a box in the attic.
blue calm
rigp_58wam-dx3a5idno', 1795731647303, 1795731647303);
INSERT INTO public.styles VALUES ('a080427a-7fac-4995-8231-a5b2f96cc77c', 'stylecodes', '-IgP_58waM-Dx3A5idNo', 'Straße im Nebel', '', 0, NULL, 'straße im nebel', 'straße im nebel

calm grey
-igp_58wam-dx3a5idno', 1795731668161, 1795731668161);


--
-- Data for Name: tags; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.tags VALUES ('1a9ec0c0-a9b6-487f-986e-6ad5d9325120', 'blue');
INSERT INTO public.tags VALUES ('1a9ec0c0-a9b6-487f-986e-6ad5d9325120', 'calm');
INSERT INTO public.tags VALUES ('a080427a-7fac-4995-8231-a5b2f96cc77c', 'calm');
INSERT INTO public.tags VALUES ('a080427a-7fac-4995-8231-a5b2f96cc77c', 'grey');


--
-- Name: flyway_schema_history flyway_schema_history_pk; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);


--
-- Name: jobs jobs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (id);


--
-- Name: pictures pictures_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pictures
    ADD CONSTRAINT pictures_pkey PRIMARY KEY (id);


--
-- Name: results results_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.results
    ADD CONSTRAINT results_pkey PRIMARY KEY (job, number);


--
-- Name: samples samples_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.samples
    ADD CONSTRAINT samples_pkey PRIMARY KEY (model, code, prompt);


--
-- Name: styles styles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.styles
    ADD CONSTRAINT styles_pkey PRIMARY KEY (id);


--
-- Name: tags tags_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tags
    ADD CONSTRAINT tags_pkey PRIMARY KEY (style, tag);


--
-- Name: flyway_schema_history_s_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);


--
-- Name: jobs_finished; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX jobs_finished ON public.jobs USING btree (finished_at);


--
-- Name: jobs_init; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX jobs_init ON public.jobs USING btree (init);


--
-- Name: jobs_newest; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX jobs_newest ON public.jobs USING btree (kind, created_at, id);


--
-- Name: jobs_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX jobs_waiting ON public.jobs USING btree (state, priority, created_at, id);


--
-- Name: pictures_used; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX pictures_used ON public.pictures USING btree (used_at);


--
-- Name: results_picture; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX results_picture ON public.results USING btree (picture);


--
-- Name: samples_job; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX samples_job ON public.samples USING btree (job);


--
-- Name: samples_picture; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX samples_picture ON public.samples USING btree (picture);


--
-- Name: styles_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX styles_code ON public.styles USING btree (model, code);


--
-- Name: styles_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX styles_created ON public.styles USING btree (model, created_at, id);


--
-- Name: styles_favourite; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX styles_favourite ON public.styles USING btree (model, favourite, created_at, id);


--
-- Name: styles_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX styles_name ON public.styles USING btree (model, name_key COLLATE "C", id);


--
-- Name: styles_reference; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX styles_reference ON public.styles USING btree (reference);


--
-- Name: tags_tag; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX tags_tag ON public.tags USING btree (tag);


--
-- Name: results results_job_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.results
    ADD CONSTRAINT results_job_fkey FOREIGN KEY (job) REFERENCES public.jobs(id) ON DELETE CASCADE;


--
-- Name: tags tags_style_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tags
    ADD CONSTRAINT tags_style_fkey FOREIGN KEY (style) REFERENCES public.styles(id) ON DELETE CASCADE;


--
-- PostgreSQL database dump complete
--


